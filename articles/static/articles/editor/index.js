// The editor's pieces that are our own; articles/markup/definition.py names them.
export { Embed } from "./embed.js"
export { CleanPaste } from "./paste.js"
export { Photo } from "./photo.js"
export { PullQuote } from "./pull-quote.js"
export { SourceMark } from "./source-mark.js"
export { StoryLink } from "./story-link.js"
import "./ready.js"
import "../story/beside.js"
