// A pull quote: words of the story, set large.
import { Node, gettext } from "django-prose-editor/editor"

export const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  content: "paragraph+",
  defining: true,
  parseHTML: () => [{ tag: "aside.pullquote" }],
  renderHTML: () => ["aside", { class: "pullquote" }, 0],
  addKeyboardShortcuts() { return { "Mod-Alt-q": () => this.editor.commands.toggleWrap(this.name) } },
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "pullQuote",
      groups: "story",
      button: buttons.text(gettext("Pull quote"), gettext("Pull quote: set these words large (Ctrl+Alt+Q)")),
      active: (editor) => editor.isActive("pullQuote"),
      command: (editor) => editor.chain().focus().toggleWrap("pullQuote").run(),
    })
  },
})
