// A link to another story of ours: stored by its id, so that it follows the story's address.
import { Mark, gettext } from "django-prose-editor/editor"
import { element } from "./element.js"
import { pick } from "./picker.js"
import { rowId, withSelection } from "./row-id.js"

const chooseStory = () => pick({
  kind: "story",
  title: gettext("Link to which story?"),
  card: (row) => [element("strong", {}, row.label), element("small", {}, row.detail)],
})

function linkSelection(editor) {
  if (editor.isActive("storyLink")) return editor.chain().focus().unsetMark("storyLink", { extendEmptyMarkRange: true }).run()
  if (editor.state.selection.empty) return false
  withSelection(editor, chooseStory, (chain, row) => chain.setMark("storyLink", { story: String(row.id) }))
  return true
}

export const StoryLink = Mark.create({
  name: "storyLink",
  inclusive: false,
  priority: 1100, // before the plain link, which would take any <a>
  excludes: "link",
  addAttributes: () => ({ story: rowId("story") }),
  parseHTML: () => [{ tag: "a[data-story]" }],
  renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "storyLink",
      groups: "story",
      button: buttons.text(gettext("Our story"), gettext("Our story: link to another of ours")),
      enabled: (editor) => !editor.state.selection.empty || editor.isActive("storyLink"),
      active: (editor) => editor.isActive("storyLink"),
      command: linkSelection,
    })
  },
})
