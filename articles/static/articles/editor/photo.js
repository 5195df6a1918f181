// A figure with one of our photos: shown with its caption and credit line, stored as its id.
import { Node, gettext } from "django-prose-editor/editor"
import { byId, choices } from "./desk.js"
import { element } from "./element.js"
import { field, pick } from "./picker.js"
import { rowId, withSelection } from "./row-id.js"

const thumbnail = (row) => row.thumbnail
  ? element("img", { src: row.thumbnail, alt: row.alt_text, loading: "lazy" })
  : element("span", { class: "no-picture" }, gettext("No picture file yet"))

const choosePhoto = () => pick({
  kind: "photo",
  title: gettext("Which picture?"),
  newLabel: gettext("New picture"),
  card: (row) => [
    thumbnail(row),
    element("span", {}, row.caption || row.label, element("small", {}, row.credit_line || gettext("No credit line"))),
  ],
  fields: async () => {
    const { rights_category: rights } = await choices("photo")
    return [
      field("image", gettext("Picture file"), { type: "file", accept: "image/jpeg,image/png,image/webp,image/gif,image/avif" }),
      field("caption", gettext("Caption"), { tag: "textarea", rows: 3, hint: gettext("Who does what, where and when.") }),
      field("alt_text", gettext("Alt text"), { hint: gettext("What one sees, for those who cannot see it.") }),
      field("credit_line", gettext("Credit line"), { hint: gettext("Who took it, and for whom.") }),
      field("creator", gettext("Photographer")),
      field("copyright_notice", gettext("Copyright notice")),
      field("rights_category", gettext("Rights"), { tag: "select", options: rights, hint: gettext("On what ground we may show it.") }),
    ]
  },
})

function placePhoto(editor) {
  withSelection(editor, choosePhoto, (chain, row) =>
    chain.insertContent({ type: "photo", attrs: { photo: String(row.id) } }))
  return true
}

function fill(figure, row) {
  if (!row) return figure.replaceChildren(element("figcaption", { class: "lacking" }, gettext("This picture does not exist any more.")))
  const credit = row.credit_line
    ? element("span", { class: "credit" }, row.credit_line)
    : element("span", { class: "credit lacking" }, gettext("No credit line"))
  const caption = element("span", row.caption ? {} : { class: "lacking" }, row.caption || gettext("No caption"))
  figure.replaceChildren(thumbnail(row), element("figcaption", {}, caption, credit))
}

export const Photo = Node.create({
  name: "photo",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({ photo: rowId("photo") }),
  parseHTML: () => [{ tag: "figure[data-photo]" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
  addNodeView: () => ({ node }) => {
    const dom = element("figure", { class: "photo-card", "data-photo": node.attrs.photo })
    byId("photo", node.attrs.photo).then((row) => fill(dom, row)).catch((error) => {
      dom.replaceChildren(element("figcaption", {}, error.message))
    })
    return { dom }
  },
  addKeyboardShortcuts() { return { "Mod-Shift-p": () => placePhoto(this.editor) } },
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "photo",
      groups: "story",
      button: buttons.text(gettext("Picture"), gettext("Place a picture (Ctrl+Shift+P)")),
      command: placePhoto,
    })
  },
})
