// When an editor is ready: its name for screen readers, the word count, the shortcuts.
import { gettext } from "django-prose-editor/editor"
import { element } from "./element.js"

const WORD = /[\p{L}\p{N}]+(?:[’'\-.,:/][\p{L}\p{N}]+)*/gu

document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const label = document.querySelector(`label[for="${textarea.id}"]`)
  editor.view.dom.setAttribute("aria-label", label?.textContent.replace(":", "").trim() || gettext("Body"))
  const count = element("span", { role: "status", class: "word-count" })
  const keys = element("span", { class: "editor-keys" }, gettext("Ctrl+Shift+S source · Ctrl+Shift+P picture · Ctrl+Alt+Q pull quote"))
  textarea.closest(".prose-editor").append(element("p", { class: "editor-foot" }, count, keys))
  const tell = () => {
    const words = editor.getText({ blockSeparator: "\n" }).match(WORD)?.length || 0
    count.textContent = words === 1 ? gettext("1 word") : `${words} ${gettext("words")}`
  }
  editor.on("update", tell)
  tell()
})
