/**
 * Wants messages again. Syntax: language/pattern.ts.
 * @module
 */
import { pattern } from '../../language/pattern.ts'

/** Wants messages again. */
export const start = pattern([
  '(?:start|resume|begin) (?:texting|messaging|sending|the texts|the messages|updates|my texts)(?: me)?',
  'sign me (?:back )?up',
  '(?:re-?)?subscribe me',
  'opt (?:me )?(?:back )?in',
  'turn (?:the |my )?(?:texts|messages|updates|notifications) (?:back )?on',
  '(?:want|like) (?:to (?:get|receive) )?(?:the |your )?(?:texts|messages|updates) again',
  'text me again',
  'quiero (?:volver a )?recibir (?:los )?mensajes',
  'quero (?:voltar a )?receber mensagens',
  'je veux recevoir (?:a nouveau )?(?:les|vos) messages',
  'возобнов[а-я]+',
  '(?:恢复|恢復|重新)(?:短信|订阅|訂閱|接收)',
  '(?:want|need|send|give me) (?:the |my |your )?(?:texts?|messages|updates|alerts) (?:back|again)',
])
