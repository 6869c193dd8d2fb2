/**
 * Opens with a question word. Syntax: language/pattern.ts.
 * @module
 */
import { pattern } from '../../language/pattern.ts'

/** A text that opens with a question word. */
export const asking = pattern([
  "^(?:(?:hi|hello|hey|hola|bonjour|bonjou|oi|ola)[ ,.!]+)?(?:what|whats|what's|when|whens|where|wheres|how|who|whos|which|is (?:there|it|trash|the|today|my)|are (?:there|the|we|you|they|libraries)|do (?:i|we|you|they)|does|can (?:i|we|you tell)|am i|should|cuando|cuanto|cual|donde|como (?:puedo|saco|hago|obtengo|pago|consigo|solicito)|a que|que dia|quando|qual|onde|como (?:faco|posso|tiro|pago|consigo)|quanto|quand|quel|quelle|combien|ou (?:est|puis|peut)|comment|kile|ki le|ki jou|ki kote|kote|kijan|konbyen|kuandu|undi|khi nao|bao gio|ngay nao|o dau|lam sao|goorma|xaggee|sidee|imisa|maalintee|halkee)",
  '^(?:когда|где|как|сколько|во сколько|в какой|какой)',
  '^(?:متى|اين|كيف|كم|هل|ما هي|ما هو)',
  '^(?:什么时候|什麼時候|几时|幾時|哪天|哪里|哪裡|如何|怎么|怎麼|请问|請問|星期几)',
])
