/**
 * What a caller hears next. The same delivery and the same replies give the same document.
 * @module
 */
import type { PlainPrompt, Spoken, Utterance } from '../../src/core/ivr.ts'
import type { HttpAnswer, Said } from '../../src/core/ports.ts'
import type { Language } from '../../src/core/understanding.ts'
import type { Answering } from './answering.ts'
import type { Call } from './call.ts'
import { phoneOf } from './caller.ts'
import { type Heard, heardIn } from './hearing.ts'
import { isKeyedRoom, promptOf, speltStreets } from './keyed-place.ts'
import { roomOf } from './rooms.ts'
import { cleanField, type VoiceRaw } from './schema.ts'
import { stageOf } from './stage.ts'
import { transferOf } from './transfer.ts'
import { isMenuTime, isTooOften } from './tries.ts'

const noted: HttpAnswer = { status: 204, headers: {}, body: '' }

export function answerTo(raw: VoiceRaw, said: readonly Said[], settings: Answering): HttpAnswer {
  if (raw.door === 'status') return noted
  const scene = sceneOf(raw, settings)
  switch (raw.door) {
    case 'start':
      return scene.greeting()
    case 'heard':
      return scene.heard(said)
    case 'dialled':
      // Somebody talked: there is nothing to add.
      return cleanField(raw.fields, 'DialCallStatus') === 'completed'
        ? scene.end()
        : scene.toMachine(scene.plain('nobody'))
    case 'queued':
      return scene.afterLine()
    case 'waiting':
      return scene.inLine()
    case 'recorded':
      return scene.end('recorded')
    case 'recording':
    case 'away':
      return cleanField(raw.fields, 'RecordingStatus') === '' ? scene.end('recorded') : scene.done()
    case 'fallback': {
      const failed = cleanField(raw.fields, 'ErrorUrl')
      if (/\/(?:recorded|dialled|queued)\b/.test(failed)) return scene.end('goodbye')
      // Whoever stood in line is not put at its end.
      return /\/waiting\b/.test(failed)
        ? scene.toMachine(scene.plain('technical'))
        : scene.toPerson(scene.plain('technical'))
    }
  }
}

/** One document in the making. */
function sceneOf(raw: VoiceRaw, settings: Answering) {
  const { ivr, agentPhone, agentQueue = null, recordings, textsFrom } = settings
  const { call } = raw
  const stage = stageOf(raw, settings)
  const transfer = transferOf(raw, settings, stage)
  const { plain, listen, end } = stage
  const { toPerson, toMachine } = transfer

  function greeting(): HttpAnswer {
    const { first } = ivr.keys
    return listen({ at: 'open' }, [
      ...plain('hello'),
      ...first.flatMap(([key, language]) => ivr.offer(language, key)),
      ...plain('otherLanguages'),
      ...plain('notice'),
      ...plain('ask'),
      ...plain('menuOffer'),
      ...plain('person'),
    ])
  }

  function heard(said: readonly Said[]): HttpAnswer {
    const heard = heardIn(raw, ivr)
    switch (heard.did) {
      case 'choose-language':
        return inLanguage(heard.language, said)
      case 'want-languages':
        return languages()
      case 'turn-page':
        return menu(call.count + 1, 0)
      case 'want-menu':
        // Who presses a key at the greeting has not heard the rest of it.
        return menu(0, 0, call, call.last === 0 && !call.chosen ? ['notice'] : [])
      case 'want-machine':
        return toMachine()
      case 'take-leave':
        return end('goodbye')
      case 'want-choices':
        return listen({}, [...plain('wrong'), ...plain('anythingElse')])
      case 'enter':
        return keyed({ at: heard.at, keyed: heard.keyed, count: heard.count, tries: 0 })
      case 'reenter':
        return isTooOften(call) ? toPerson() : keyed({ tries: call.tries + 1 }, plain(heard.sorry))
      case 'want-text':
        return text(said)
      case 'nothing':
      case 'slip':
        return inVain(heard, said)
      case 'want-again':
        return again(said)
      default:
        return replies(said, heard)
    }
  }

  /** From here on in this language: the question that was open, else the first one. */
  function inLanguage(language: Language, said: readonly Said[]): HttpAnswer {
    const next = { ...call, language, chosen: true, tries: 0 }
    const speaks = ivr.voiceOf(language) !== null
    if (!speaks && recordings === null) return toPerson([], language)
    const asked = spoken(said, false, language)
    if (asked !== null && asked.expects.about !== 'message') return ask(asked, next)
    if (!speaks) return menu(0, 0, next, ['hello', 'notice'])
    return listen({ ...next, at: 'open' }, [
      ...plain('notice', language),
      ...plain('ask', language),
      ...plain('menuOffer', language),
      ...plain('person', language),
    ])
  }

  function languages(): HttpAnswer {
    const offers = ivr.keys.others.flatMap(([key, language]) => ivr.offer(language, key))
    return listen({ at: 'languages', tries: 0 }, offers)
  }

  /** The services that callers ask for most, by key. */
  function menu(page: number, tries: number, from = call, before: readonly PlainPrompt[] = []): HttpAnswer {
    const { language } = from
    const says = before.flatMap((prompt) => plain(prompt, language))
    return listen({ ...from, at: 'menu', count: page, tries }, [...says, ...ivr.menuPage(language, page)])
  }

  /** A text message with the number, where the dialog sent one. */
  function text(said: readonly Said[]): HttpAnswer {
    const sent = said.some(({ elsewhere }) => elsewhere?.optedOut === false)
    return listen({ at: 'after', tries: 1 }, [
      ...plain(sent ? 'textSent' : 'textNotSent'),
      ...plain('anythingElse'),
    ])
  }

  /** Nothing was heard, or a key that means nothing here. */
  function inVain(heard: Heard, said: readonly Said[]): HttpAnswer {
    if (call.at === 'danger') return toPerson()
    if (call.at === 'after' && heard.did === 'nothing') return end('goodbye')
    if (isTooOften(call)) return toPerson()
    if (isMenuTime(call)) return menu(0, 0)
    const sorry = plain(heard.did === 'nothing' ? 'silence' : 'notUnderstood')
    const tries = call.tries + 1
    if (isKeyedRoom(call.at)) return keyed({ tries }, sorry)
    if (call.at === 'menu')
      return menu(call.count, tries, call, [heard.did === 'nothing' ? 'silence' : 'notUnderstood'])
    if (call.at === 'languages') return languages()
    const asked = spoken(said, false)
    if (asked === null || call.last === 0) return listen({ tries }, [...sorry, ...plain('ask')])
    return ask(asked, { tries }, sorry)
  }

  function again(said: readonly Said[]): HttpAnswer {
    if (call.at === 'menu') return menu(call.count, call.tries)
    if (call.at === 'languages') return languages()
    const asked = spoken(said, true)
    if (asked !== null) return ask(asked, {})
    return ivr.voiceOf(call.language) === null ? menu(0, call.tries) : listen({ at: 'open' }, plain('ask'))
  }

  /** One step of a place by keys. */
  function keyed(change: Partial<Call>, before: readonly Utterance[] = []): HttpAnswer {
    const next = { ...call, ...change }
    if (next.at !== 'streets') return listen(change, [...before, ...plain(promptOf(next))])
    const { page, more } = speltStreets(next, ivr)
    return listen(change, [
      ...before,
      ...ivr.streetChoices(next.language, page),
      ...(more ? plain('moreStreets') : []),
      ...plain('spellAgain'),
    ])
  }

  /** What the dialog made of the caller's words. */
  function replies(said: readonly Said[], heard: Heard): HttpAnswer {
    const badly = heard.did === 'mumble' && said.every(({ reply }) => reply.speech.say === 'not-understood')
    if (badly) {
      if (isTooOften(call)) return toPerson()
      if (isMenuTime(call)) return menu(0, 0)
      return listen({ tries: call.tries + 1 }, plain('unclear'))
    }
    const language = languageOf(said)
    const next = { language, chosen: call.chosen || language !== call.language, last: call.step }
    const asked = spoken(said, false, language)
    if (heard.did === 'want-agent' || said.some(({ reply }) => reply.speech.say === 'agent-called'))
      return toPerson(asked?.urgent === true ? asked.says : [], language)
    if (asked === null) return listen({ ...next, at: 'open', tries: 0 }, plain('anythingElse', language))
    const sameAgain =
      asked.expects.about === call.at && (call.at === 'open' || call.at === 'where') && call.last !== 0
    const tries = sameAgain ? call.tries + 1 : 0
    if (sameAgain && isMenuTime({ ...call, tries: call.tries + 1 })) return menu(0, 0, { ...call, ...next })
    // Asked the same once more: there is a person as well.
    const more = sameAgain ? plain('person', language) : []
    return ask({ ...asked, says: [...asked.says, ...more] }, { ...next, tries })
  }

  /** The language of the replies, where a machine speaks it; what was chosen stays. */
  function languageOf(said: readonly Said[]): Language {
    const replied = said[0]?.reply.language
    if (call.chosen || replied === undefined || ivr.voiceOf(replied) === null) return call.language
    return replied
  }

  /** All replies of a turn as one, expecting what the last one expects. Null: nothing was said. */
  function spoken(said: readonly Said[], again: boolean, language = call.language): Spoken | null {
    const all = said
      .filter(({ elsewhere }) => elsewhere === undefined)
      .map(({ reply, facts, text }) => ivr.speak({ speech: reply.speech, text }, language, facts, again))
    const last = all.at(-1)
    if (last === undefined) return null
    return {
      says: all.flatMap(({ says }) => says),
      expects: last.expects,
      urgent: all.some(({ urgent }) => urgent),
      reference: all.some(({ reference }) => reference),
      near: all.find(({ near }) => near !== null)?.near ?? null,
    }
  }

  /** Says it and listens for what it expects. */
  function ask(asked: Spoken, next: Partial<Call>, before: readonly Utterance[] = []): HttpAnswer {
    const language = next.language ?? call.language
    const { expects } = asked
    const about = expects.about
    if (asked.urgent) return danger(asked, next)
    if (about === 'message') return toMachine([...before, ...asked.says], language)
    const count = about === 'choice' || about === 'place-choice' ? expects.count : 0
    const after = about === 'after' ? afterwards(asked, language) : []
    const change = { ...next, at: roomOf(about), count }
    return listen(change, [...before, ...asked.says, ...after], expects, asked.near)
  }

  /** 911 first. Then a person, where there is one to transfer to. */
  function danger({ says }: Spoken, next: Partial<Call>): HttpAnswer {
    const language = next.language ?? call.language
    if (agentPhone === null && agentQueue === null)
      return listen({ ...next, at: 'after', count: 0 }, [...says, ...plain('anythingElse', language)])
    return listen({ ...next, at: 'danger', count: 0 }, [...says, ...plain('dangerOffer', language)])
  }

  /** What may be done once all is said. */
  function afterwards({ reference }: Spoken, language: Language): readonly Utterance[] {
    const canText = textsFrom !== undefined && phoneOf(raw.fields) !== null
    const names: readonly PlainPrompt[] = reference
      ? ['again', ...(canText ? (['textOffer'] as const) : []), 'wrong', 'anythingElse']
      : ['anythingElse']
    return names.flatMap((name) => plain(name, language))
  }

  return { ...stage, ...transfer, greeting, heard }
}
