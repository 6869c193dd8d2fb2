/**
 * What residents send that asks for no service: our own lines, for the model's class "no service".
 * @module
 */
export const noneLines: readonly string[] = `
hello|hi|hey|hi there|good morning|good afternoon|good evening|hey there|yo|hello is anyone there|hi 311
yes|no|yep|nope|yeah|yes please|no thanks|no thank you|ok|okay|sure|correct|that's right|that is wrong|not that one
thanks|thank you|thank you so much|thx|ty|thanks for your help|great thanks|perfect thank you|awesome|cool
stop|start|help|cancel|unsubscribe|quit|end|menu|info|status|never mind|nevermind|forget it|stop texting me
is this 311|what is this number|who is this|are you a robot|can I talk to a person|agent please|speak to a human
how are you|what can you do|how does this work|I have a question|I need some help|I want to report something
I'd like to make a report|can you help me|are you open today|what time do you open|what are your hours
any update|what is the status of my case|did you get my message|when will it be fixed|has this been done
please fix this|fix this|please fix|please look|fyi|see below|please see below|as discussed
here is the photo|see attached picture|sent you a picture|see photo|photo attached|picture
test|testing|testing 123|asdf|qwerty|lol|haha|what|why|when|where|huh|wrong number|sorry wrong person
right here|over there|across the street|near the corner|in front of my house|next door|the same place|same address
it's number 45 not 54|the address is 12|on the left side|at the corner|second floor|zip code 02124
my name is|call me back|you can call me|my number is|please call|my email is
see you later|bye|goodbye|have a good day|happy new year|merry christmas|good night
hola|buenos días|buenas tardes|gracias|muchas gracias|sí|no gracias|ayuda|adiós|necesito ayuda|hola buenas
olá|oi|bom dia|boa tarde|obrigado|obrigada|sim|não|ajuda|preciso de ajuda|tchau
bonjou|bonswa|alo|mèsi|mèsi anpil|wi|non|èd|mwen bezwen èd|kijan ou ye
bonjour|salut|merci|merci beaucoup|oui|non merci|aide|au revoir|j'ai besoin d'aide
xin chào|cảm ơn|vâng|không|giúp tôi|chào bạn|你好|谢谢|謝謝|是|不是|帮助|幫助|早上好|您好|再见
привет|здравствуйте|спасибо|да|нет|помощь|مرحبا|شكرا|نعم|لا|مساعدة|السلام عليكم
salaan|mahadsanid|haa|maya|caawi|oi tudu dretu|obrigadu|sin|nau|djuda
`
  .split(/[\n|]/)
  .map((line) => line.trim())
  .filter((line) => line !== '')
