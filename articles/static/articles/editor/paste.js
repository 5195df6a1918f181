// What is pasted from word processors comes out clean.
// Under a strict style-src the browser drops style="" while it parses, so the editor cannot see that
// Google Docs wraps everything in <b style="font-weight:normal">, nor which spans are bold. The few
// styles that mean something become tags here, in the text, before any parsing.
import { Extension, Plugin } from "django-prose-editor/editor"

const WRAPPER = /<b\b[^>]*[;"'\s]font-weight:\s*(?:normal|400)\b[^>]*>([\s\S]*)<\/b>/i
const BOLD = /<span\b[^>]*[;"'\s]font-weight:\s*(?:bold|[6-9]00)\b[^>]*>([\s\S]*?)<\/span>/gi
const ITALIC = /<span\b[^>]*[;"'\s]font-style:\s*italic\b[^>]*>([\s\S]*?)<\/span>/gi
const NOISE = /<(script|style|xml|head)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|\s(?:style|class|on\w+)=(?:"[^"]*"|'[^']*'|[^\s>]+)/gi

export function tidy(html) {
  // A pull quote of our own keeps its class; everything else loses it.
  const kept = html.replace(/<aside class="pullquote">/g, "<aside data-pullquote>")
  return kept
    .replace(WRAPPER, "$1")
    .replace(BOLD, (all, words) => (/font-style:\s*italic/i.test(all) ? `<em><strong>${words}</strong></em>` : `<strong>${words}</strong>`))
    .replace(ITALIC, "<em>$1</em>")
    .replace(NOISE, "")
    .replace(/<aside data-pullquote>/g, '<aside class="pullquote">')
}

export const CleanPaste = Extension.create({
  name: "cleanPaste",
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: tidy } })],
})
