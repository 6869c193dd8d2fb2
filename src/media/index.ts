/**
 * Media stores. An S3 store would stand beside `fileMedia`, behind the same port.
 * @module
 */
export { fileMedia } from './file-media.ts'
export { inlineMedia } from './inline.ts'
