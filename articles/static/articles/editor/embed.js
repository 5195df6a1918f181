// A post or video of another site, as a link card: nothing of that site is loaded.
import { Node, gettext, updateAttrsDialog } from "django-prose-editor/editor"
import { element } from "./element.js"

// The server has the list of sites; here it is enough that it is a whole https address.
const ADDRESS = /^https:\/\/[^\s/\\@:]+\/[^\s\\]*$/

const askAddress = updateAttrsDialog(
  { url: { type: "string", title: gettext("Address of the post or video") } },
  { title: gettext("Embed") },
)

export const Embed = Node.create({
  name: "embed",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    url: {
      default: null,
      parseHTML: (dom) => dom.getAttribute("data-embed"),
      renderHTML: ({ url }) => ({ "data-embed": url }),
    },
  }),
  parseHTML: () => [{ tag: "figure[data-embed]", getAttrs: (dom) => ADDRESS.test(dom.getAttribute("data-embed")) && null }],
  renderHTML: ({ HTMLAttributes, node }) => ["figure", HTMLAttributes, ["a", { href: node.attrs.url }, node.attrs.url]],
  addNodeView: () => ({ node }) => ({ dom: element("figure", { class: "embed-card", "data-embed": node.attrs.url }, node.attrs.url) }),
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "embed",
      groups: "story",
      button: buttons.text(gettext("Embed"), gettext("Embed a post or video of another site, as a link card")),
      async command(editor) {
        const answer = await askAddress(editor, {})
        const url = answer?.url?.trim()
        if (url && ADDRESS.test(url)) editor.chain().focus().insertContent({ type: "embed", attrs: { url } }).run()
      },
    })
  },
})
