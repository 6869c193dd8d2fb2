/**
 * Which hosts may be asked for a resident's file. Everything else, private addresses first, is refused (SSRF).
 * @module
 */

/** `localhost`, 127.0.0.0/8 and ::1. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)

const under = (hostname: string, domain: string) => hostname === domain || hostname.endsWith(`.${domain}`)

/** The host of the configured API, on any port; where that is this machine, this machine by any name. */
const isConfigured = (url: URL, api: URL) =>
  url.hostname === api.hostname || (isLoopback(api.hostname) && isLoopback(url.hostname))

const isPlain = (url: URL) => url.username === '' && url.password === ''
const isTwilioApi = (api: URL) => under(api.hostname, 'twilio.com')

/** Hosts that hold files and take our credentials: Twilio's over https, or the configured one. */
export function isSource(url: URL, api: URL): boolean {
  if (!isPlain(url)) return false
  if (url.protocol === 'https:' && under(url.hostname, 'twilio.com')) return true
  return !isTwilioApi(api) && url.protocol === api.protocol && isConfigured(url, api)
}

/** Amazon S3 in any region and either style; Twilio's older files are on s3-external-1.amazonaws.com. */
const isS3 = (hostname: string) =>
  /^(?:[a-z0-9][a-z0-9.-]*\.)?s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com$/.test(hostname)

/**
 * Hosts a file may be redirected to. Twilio names mms.twiliocdn.com and Amazon S3:
 * https://help.twilio.com/articles/223183748
 */
export function isRedirectTarget(url: URL, api: URL): boolean {
  if (isSource(url, api)) return true
  return (
    isPlain(url) && url.protocol === 'https:' && (under(url.hostname, 'twiliocdn.com') || isS3(url.hostname))
  )
}
