// The source mark: a passage, and whose words or claim it is.
import { Mark, gettext } from "django-prose-editor/editor"
import { choices } from "./desk.js"
import { element } from "./element.js"
import { field, pick } from "./picker.js"
import { rowId, withSelection } from "./row-id.js"

const chooseSource = () => pick({
  kind: "source",
  title: gettext("Who says so?"),
  newLabel: gettext("New source"),
  card: (row) => [element("strong", {}, row.label), element("small", {}, `${row.kind}, ${row.terms}`)],
  fields: async () => {
    const { kind, terms } = await choices("source")
    return [
      field("kind", gettext("Kind"), { tag: "select", options: kind }),
      field("name", gettext("Name"), { hint: gettext("Empty for an anonymous source.") }),
      field("public_description", gettext("As readers are told"), { hint: gettext("Role, or who the unnamed source is.") }),
      field("terms", gettext("Terms"), { tag: "select", options: terms }),
      field("first_hand", gettext("Told or shown to us directly"), { type: "checkbox", checked: true }),
      field("url", gettext("Address"), { type: "url" }),
    ]
  },
})

function markSelection(editor) {
  if (editor.isActive("sourceMark")) return editor.chain().focus().unsetMark("sourceMark", { extendEmptyMarkRange: true }).run()
  if (editor.state.selection.empty) return false
  withSelection(editor, chooseSource, (chain, row) => chain.setMark("sourceMark", { source: String(row.id) }))
  return true
}

export const SourceMark = Mark.create({
  name: "sourceMark",
  inclusive: false,
  addAttributes: () => ({ source: rowId("source") }),
  parseHTML: () => [{ tag: "span[data-source]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
  addKeyboardShortcuts() { return { "Mod-Shift-s": () => markSelection(this.editor) } },
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "sourceMark",
      groups: "story",
      button: buttons.text(gettext("Source"), gettext("Source: say whose words these are (Ctrl+Shift+S)")),
      enabled: (editor) => !editor.state.selection.empty || editor.isActive("sourceMark"),
      active: (editor) => editor.isActive("sourceMark"),
      command: markSelection,
    })
  },
})
