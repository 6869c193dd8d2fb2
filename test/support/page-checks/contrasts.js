// The contrast of every text with what lies behind it. Runs in the page.
;(() => {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const channels = (color) => {
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = color
    pen.fillRect(0, 0, 1, 1)
    return [...pen.getImageData(0, 0, 1, 1).data]
  }
  // https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
  const luminance = (color) => {
    const [red, green, blue] = color
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const behind = (element) => {
    if (element === null) return [255, 255, 255, 255]
    const color = channels(getComputedStyle(element).backgroundColor)
    return color[3] === 255 ? color : behind(element.parentElement)
  }
  const isShown = (element) =>
    element.checkVisibility() &&
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
  return [...document.querySelectorAll('body *')].filter(isShown).map((element) => {
    const [dark, light] = [luminance(channels(getComputedStyle(element).color)), luminance(behind(element))].sort(
      (a, b) => a - b,
    )
    return { text: element.textContent.trim(), ratio: (light + 0.05) / (dark + 0.05) }
  })
})()
