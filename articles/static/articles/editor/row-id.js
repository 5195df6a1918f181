// An attribute that holds the id of a row, as data-<name>; anything but a number is no id.
export const rowId = (name) => ({
  default: null,
  parseHTML: (dom) => {
    const value = dom.getAttribute(`data-${name}`)
    return /^[1-9][0-9]{0,17}$/.test(value || "") ? value : null
  },
  renderHTML: (attributes) => (attributes[name] ? { [`data-${name}`]: attributes[name] } : {}),
})

// A modal dialog takes the selection away when it closes: it is kept before and set again after.
export async function withSelection(editor, choose, use) {
  const { from, to } = editor.state.selection
  const row = await choose()
  const chain = editor.chain().focus().setTextSelection({ from, to })
  if (row) use(chain, row).run()
  else chain.run()
}
