// Controls and pictures without a name for those who can't see them, as markup. Runs in the page.
;(() => {
  const named = (element) =>
    [element, ...(element.labels ?? [])]
      .flatMap((one) => [
        one.getAttribute('aria-label'),
        one.textContent,
        ...[...one.querySelectorAll('img')].map((image) => image.alt),
      ])
      .some((text) => text?.trim())
  const controls = document.querySelectorAll('a, button, textarea, select, input:not([type=hidden])')
  const pictures = document.querySelectorAll('img:not([alt])')
  return [...[...controls].filter((one) => !named(one)), ...pictures].map((one) => one.outerHTML)
})()
