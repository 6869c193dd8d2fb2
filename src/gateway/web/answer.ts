/**
 * What came of a form: the number and what happens next, or the next question of the same conversation.
 * @module
 */
import { html } from 'hono/html'
import type { NextStep, PageWords, RequestCard, Told } from '../../core/pages.ts'
import type { HttpAnswer, Said } from '../../core/ports.ts'
import type { Language } from '../../core/understanding.ts'
import type { Kit } from './deps.ts'
import { type Html, page } from './page.ts'
import { hiddenHtml, placeHtml } from './parts.ts'

export interface Step {
  readonly language: Language
  readonly token: string
  readonly id: string
  readonly hasContact: boolean
}

export function answerPage(kit: Kit, step: Step, said: readonly Said[]): HttpAnswer {
  // Somebody may write in another language than that of the page.
  const language = said[0]?.reply.language ?? step.language
  const words = kit.city.words(language)
  const told = kit.city.told(said)
  const isCrisis = told.danger !== null && told.cards.length === 0
  const title = isCrisis
    ? words.site
    : told.next !== null && told.cards.length === 0
      ? words.question
      : words.done
  return page(kit, {
    language,
    title,
    path: null,
    withScript: true,
    body: html`${told.danger === null ? '' : html`<p class="alarm" role="alert">${told.danger}</p>`}
    ${isCrisis ? '' : html`<h1 id="done" tabindex="-1">${title}</h1>`}
    ${told.cards.map((card) => cardHtml(words, card, language))}
    ${told.cards.length > 0 ? '' : told.sentences.map((sentence) => html`<p>${sentence}</p>`)}
    ${told.cards.length === 0 ? '' : nextHtml(words, told)}
    ${told.news === null ? '' : newsHtml(told.news)}
    ${told.next === null ? '' : questionHtml(kit, { ...step, language }, told.next)}
    ${wantsContact(kit, step, said) ? contactHtml(words, { ...step, language }) : ''}
    ${told.next === null && !isCrisis ? html`<p><a href="/report?lang=${language}">${words.another}</a></p>` : ''}`,
  })
}

export function cardHtml(words: PageWords, card: RequestCard, language: Language): Html {
  const { reference, caseNumber, what, where, state } = card
  return html`<article class="card">
      <p class="label">${words.number}</p>
      <p class="number" dir="ltr"><strong>${reference}</strong>${caseNumber === null ? '' : html` <span>(${caseNumber})</span>`}</p>
      <p class="hint">${words.keepNumber}</p>
      <dl>
        <div><dt>${words.service}</dt><dd>${what}</dd></div>
        ${where === null ? '' : html`<div><dt>${words.place}</dt><dd dir="auto">${where}</dd></div>`}
        <div><dt>${words.state}</dt><dd>${state}</dd></div>
      </dl>
      <p><a href="/status/${reference}?lang=${language}">${words.seeStatus}</a></p>
    </article>`
}

function nextHtml(words: PageWords, { cards, sentences }: Told): Html {
  const isFiled = cards.some((card) => card.isFiled)
  const aims = cards.flatMap(({ target, handledBy }) => [handledBy, target]).filter((one) => one !== null)
  return html`<section class="next"><h2>${words.next}</h2>
      ${isFiled ? html`<p>${words.nextFiled}</p>` : ''}
      ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
      ${aims.map((aim) => html`<p>${aim}</p>`)}
      <p>${words.nextNews}</p></section>`
}

/** What is to be typed on a phone stands out, and runs from left to right in every language. */
function newsHtml({ text, code }: NonNullable<Told['news']>): Html {
  const [before = '', ...after] = text.split(code)
  return html`<p class="news" id="news">${before}<strong class="code" dir="ltr">${code}</strong>${after.join(code)}</p>`
}

function questionHtml(kit: Kit, step: Step, { question, as, choices }: NextStep): Html {
  const words = kit.city.words(step.language)
  const buttons =
    as === 'yes-no'
      ? [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]
      : choices
  return html`<form id="answer" class="report" method="post" action="/report" enctype="multipart/form-data" accept-charset="utf-8">
      ${hiddenHtml(step, 'answer')}
      <section>
        <h2 id="question">${question}</h2>
        ${
          buttons.length === 0
            ? ''
            : html`<div class="buttons" role="group" aria-labelledby="question">${buttons.map(({ value, label }) => html`<button type="submit" name="choice" value="${value}" formnovalidate>${label}</button>`)}</div>`
        }
        ${as === 'place' ? placeHtml(kit, { language: step.language, address: '', point: null }) : wordsHtml(words, buttons.length > 0)}
      </section>
      <button type="submit" class="${buttons.length > 0 ? 'quiet' : 'primary'}">${words.sendAnswer}</button>
    </form>`
}

const wordsHtml = (words: PageWords, hasChoices: boolean): Html =>
  html`<label for="words">${hasChoices ? words.otherWords : words.answer}</label>
        <textarea id="words" name="answer" rows="2" maxlength="1000" required aria-describedby="question" dir="auto"></textarea>`

/** A service that needs to reach the resident was found only now. */
function wantsContact({ services }: Kit, { hasContact }: Step, said: readonly Said[]): boolean {
  if (hasContact) return false
  const codes = said.flatMap(({ facts }) => [...facts.values()].map(({ code }) => code))
  return services.some(({ code, contact }) => contact && codes.includes(code))
}

const contactHtml = (words: PageWords, step: Step): Html =>
  html`<form class="report" method="post" action="/report" enctype="multipart/form-data" accept-charset="utf-8">
      ${hiddenHtml(step, 'answer')}
      <section><h2 id="reach">${words.contact}</h2>
        <p class="needed" id="reach-needed">${words.contactNeeded}</p>
        <label for="reach-you">${words.phone} / ${words.email}</label>
        <input id="reach-you" name="answer" maxlength="200" required aria-describedby="reach-needed" dir="ltr">
      </section>
      <button type="submit" class="primary">${words.sendAnswer}</button>
    </form>`
