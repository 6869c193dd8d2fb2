/**
 * The page with the phone. All addresses are relative to `/sandbox`, so that a path in front of it does no harm.
 * @module
 */
import { html } from 'hono/html'
import { acceptedTypes } from './attachments.ts'
import { bubbleHtml, type Html } from './bubble.ts'
import type { Bubble, Phone } from './phones.ts'
import { type Door, doorsHtml } from './rooms/page.ts'
import type { Sample } from './samples.ts'
import { type Try, tries } from './tries.ts'

export interface PageFacts {
  readonly phone: Phone
  readonly phones: readonly Phone[]
  readonly doors: readonly Door[]
  readonly canAdd: boolean
  readonly ours: string
  readonly bubbles: readonly Bubble[]
  readonly samples: readonly Sample[]
  /** The latest event the page shows already. */
  readonly seen: string
  /** What the message box begins with. */
  readonly draft: string
}

/** `+16175550121` as it is read. */
export const readable = (number: string): string => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3')

export const pageHtml = (facts: PageFacts): Html => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="referrer" content="same-origin">
  <meta name="color-scheme" content="light dark">
  <title>${facts.phone.label} · 311 sandbox</title>
  <link rel="icon" href="sandbox/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="sandbox/phone.css">
  <script type="module" src="sandbox/phone.js"></script>
</head>
<body data-phone="${facts.phone.number}" data-seen="${facts.seen}">
  <a class="skip" href="#text">Skip to the message box</a>
  <header class="top">
    <h1>311 sandbox</h1>
    <p>Text the city from a make-believe phone. The carrier is played here; everything behind it is real.</p>
  </header>
  ${doorsHtml(facts.doors, '', '')}
  ${phonesHtml(facts)}
  <main class="stage">
    <header class="contact">
      <span class="face" aria-hidden="true">311</span>
      <div>
        <h2>Boston 311</h2>
        <p>${readable(facts.ours)}<span class="wide"> · you are ${facts.phone.label}</span></p>
      </div>
    </header>
    <div class="log" id="log" role="log" aria-live="polite" aria-label="Messages between ${facts.phone.label} and 311" tabindex="0">
      <p class="empty" id="empty"${facts.bubbles.length > 0 ? html` hidden` : ''}>
        No messages yet. Write what is wrong and where, or try something that is ready made.
      </p>
      ${facts.bubbles.map(bubbleHtml)}
    </div>
    ${composerHtml(facts)}
  </main>
</body>
</html>`

const phonesHtml = ({
  phone,
  phones,
  canAdd,
}: PageFacts): Html => html`<nav class="phones" aria-label="Phones">
    <ul>
      ${phones.map(
        ({ number, label }) => html`<li>
        <a href="sandbox?phone=${encodeURIComponent(number)}" data-number="${number}"${number === phone.number ? html` aria-current="page"` : ''}>
          <span class="name">${label}</span>
          <span class="number">${readable(number)}</span>
          <span class="unread" data-unread hidden></span>
        </a>
      </li>`,
      )}
    </ul>
    <form method="post" action="sandbox/phones">
      <button class="add"${canAdd ? '' : html` disabled`}>Add a phone</button>
    </form>
  </nav>`

const composerHtml = ({
  phone,
  samples,
  draft,
}: PageFacts): Html => html`<form class="composer" id="composer" method="post" action="sandbox/messages" enctype="multipart/form-data">
      <input type="hidden" name="from" value="${phone.number}">
      <div class="tries" role="group" aria-labelledby="tries-title">
        <h3 id="tries-title">Try</h3>
        <p class="note">Attach a picture (drawn samples, not photos; two of them carry a position) or take a text.</p>
        <ul class="samples" aria-label="Drawn sample photos to attach">
          ${samples.map(
            (sample) => html`<li>
            <label>
              <input type="checkbox" name="sample" value="${sample.name}">
              <img src="sandbox/samples/${sample.name}.jpg" alt="Attach a drawn sample: ${sample.label}" width="64" height="48">
            </label>
          </li>`,
          )}
        </ul>
        <ul class="texts" aria-label="Texts to put into the message box">${tries.map((one) => tryHtml(phone, one))}</ul>
      </div>
      <p class="problem" id="problem" role="alert"></p>
      <ul class="attached" id="attached" aria-label="Attached files"></ul>
      <div class="line">
        <input class="hidden" type="file" id="photo" name="photo" multiple accept="${acceptedTypes}">
        <label class="attach" for="photo">
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M9 5h6l1.5 2.5H20A1.5 1.5 0 0 1 21.500 9v9a1.500 1.500 0 0 1-1.500 1.500H4A1.500 1.500 0 0 1 2.500 18V9A1.500 1.500 0 0 1 4 7.500h3.500z"/><circle cx="12" cy="13.200" r="3.600"/></svg>
          <span class="hidden">Attach photos or files, 8 MB at most</span>
        </label>
        <label class="hidden" for="text">Message to 311</label>
        <textarea id="text" name="text" rows="1" maxlength="1600" placeholder="Text message" enterkeyhint="send">${draft}</textarea>
        <button class="send">
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 20V5M5.500 11.500 12 5l6.500 6.500"/></svg>
          <span class="hidden">Send</span>
        </button>
      </div>
      <noscript><p class="problem">Without scripts the page works, but reload it to see the answer.</p></noscript>
    </form>`

const tryHtml = (phone: Phone, { label, text, language }: Try): Html => html`<li>
  <a href="sandbox?phone=${encodeURIComponent(phone.number)}&amp;text=${encodeURIComponent(text)}" data-try="${text}" title="${text}"${language === undefined ? '' : html` lang="${language}"`}>
    <b>${label}</b> <span>${text}</span>
  </a>
</li>`
