/**
 * Says yes and a little more. Syntax: language/pattern.ts.
 * @module
 */
import { pattern } from '../../language/pattern.ts'

/** Says yes and a little more. */
export const agreement = pattern([
  '^(?:yes+|yeah|yea|yep|yup|ya|yas|sure|correct|right|exactly|ok yes|affirmative|si|claro|correcto|exacto|sim|isso|oui|ouais|wi|sin|haa|vang|da dung|dung roi|dung vay|co,|da vang)(?=[ ,.!]|$)',
  '^(?:thats|that.s|that is) (?:right|correct|it|the one|the place|the spot|exactly it|perfect|good|fine)',
  '^(?:да|верно|правильно)(?=[ ,.!]|$)',
  '^(?:نعم|اجل|صحيح)(?=[ ,،.!]|$)',
  '^(?:是的?|对的?|對的?|没错|沒錯|正确|正確|係)(?:[，,。! ]+|$|，|在|是|就是)',
  '^(?:ok |yes |yeah |sure )?(?:do it|go for it|go ahead|sounds (?:good|great|right)|works for me|thats where|perfecto|dale|listo|eso mismo|beleza|ta bom|pode ser|isso (?:ai|mesmo)|voila|c.est bien ca|e la(?: mesmu)?|e kel la|dung cho|chuan)(?=[ ,.!]|$)',
  '^(?:точно|именно|так|ага)(?: так| там)?(?=[ ,.!]|$)',
  '^(?:ايوه|ايوا|تمام|مضبوط)(?=[ ,،.!]|$)',
  '^(?:啱|冇错|冇錯|就是那|就系|就係|好的|好啊|行|可以)(?:呀|啊|啦)?(?:[，,。! ]|$|里|裡|嗰度)',
])
