/**
 * Corrects what we said back. Syntax: language/pattern.ts.
 * @module
 */
import { pattern } from '../../language/pattern.ts'

/** Corrects what we said back. */
export const correction = pattern([
  '^(?:no+|nope|nah|wrong|incorrect|actually|sorry|oops|i meant|i mean|correction)[ ,.!;:-]+(?:no[ ,]+)?(?:sorry[ ,]+|actually[ ,]+|wait[ ,]+)?(?:its|it.s|it is|thats|that.s|that is|this is|the (?:address|other|wrong|right|correct|street|number|location|place|problem|one|light|pothole|car|trash)|not|wrong|i|i.m|im|i said|number|its on|on|in|at|near|next to|across|behind|beside|between|by the|in front|make it|should be|change|it was|it|you|\\d+)',
  '^(?:i (?:said|meant|mean|wrote|typed)|i.m talking about|not that one|not (?:the )?\\d+|its not|it.s not|it is not|thats not|that.s not|that is not|not at|not on|wrong (?:address|street|place|location|number|one|category|service|neighborhood)|should (?:be|say)|supposed to be|correction|change (?:it|the address|the location|address|that) to)',
  '^(?:its|it.s|it is|actually|the (?:address|number) is|thats|that.s) (?:\\w+ )?(?:\\w+ )?(?:\\w+ )?(?:\\w+ )?not ',
  '\\d+ (?:\\w+ )?(?:\\w+ )?not \\d+',
  'not \\d+,? (?:its |it.s |but |it is )?\\d+',
  '^(?:no|nao|non|nau|khong|maya|ka sin)[ ,.!;:]+(?:es|esta|no|la|el|era|fue|quise|dije|queria|e|o|a|eu|esta|fica|c.est|je|ce|le|se|li|mwen|adres|na|la|phai|la so|waa|ee|em|in|sur|sou|en|au|sta|dia chi|\\d+)(?! (?:luz|basura|lixo|limye|den|nalka|hay|tem|ten|gen|chofaj|recog\\w+))',
  '^нет[ ,.!;:]+(?:это|не|на|я|дом|адрес|улица|номер|\\d+)',
  '^لا[ ,،.]+(?:انه|انها|ليس|هو|العنوان|في|رقم|\\d+)',
  '^(?:不是|不对|不對|不|错了|錯了|唔係)[，,。 ]*(?:是|应该|應該|我说|我說|地址|我是|在|係|\\d+)',
  '^(?:not exactly|not really|not quite|not even|no way)(?=[ ,.!]|$)',
  '^(?:para nada|de ninguna manera|esa no es|ese no es|no es es[ae]|no,? ahi no|nada disso|de jeito nenhum|nao e (?:ai|la|isso|essa)|non,? pas (?:la|ca|du tout|ici)|pas (?:la|ici)|ce n.est pas (?:la|ca|le bon|la bonne)|non,? se pa|se pa (?:la|sa)|maya .{0,20}ma ?aha|waa khalad|nau,? e ka|e ka (?:la|li|kel)|khong phai|khong,? sai)',
  '(?:wrong|incorrect) (?:address|street|place|location|spot|corner|house)|(?:direccion|calle) (?:equivocada|incorrecta|mal)|endereco errado|mauvaise (?:adresse|rue)|adres la (?:pa bon|mal)|cinwaan\\w* (?:waa )?khalad|(?:direson|moradia|enderesu) (?:sta )?eradu|sai (?:dia chi|cho|duong)',
  'адрес (?:не ?правильный|неверный|не тот|другой)|нет,? не (?:там|тут|здесь|то)',
  'العنوان (?:غلط|خطا)|^لا,? (?:مش|ليس|مو)',
  '^(?:唔係|唔系|不是)(?:嗰|那|呢|这|這|喺|在).{0,4}|地址(?:错|錯|唔啱|不对|不對)',
])
