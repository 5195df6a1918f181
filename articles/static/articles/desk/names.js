// Gives a name to what Django's pages leave without one, for those who hear the page: the boxes of
// its menus with a search, and the field in them where one types.
const SELECTION = ".select2-selection"

function label(field) {
  const own = field.labels?.[0]?.textContent.trim()
  if (own) return own.replace(/:$/, "")
  const cell = field.closest("td")
  const head = cell && cell.closest("table")?.querySelectorAll("thead th")[cell.cellIndex]
  return head?.textContent.trim() || field.name
}

function name(root) {
  for (const box of root.querySelectorAll?.(SELECTION) ?? []) {
    const field = box.closest(".select2")?.previousElementSibling
    if (!field?.matches("select") || box.hasAttribute("aria-label")) continue
    const chosen = () => {
      const words = [...field.selectedOptions].map((one) => one.textContent.trim()).filter(Boolean)
      box.setAttribute("aria-label", [label(field), ...words].join(": "))
      box.querySelector("[role=textbox]")?.setAttribute("aria-label", words.join(", ") || "Nothing chosen")
      box.querySelector("input")?.setAttribute("aria-label", label(field))
    }
    box.removeAttribute("aria-labelledby")
    chosen()
    field.addEventListener("change", chosen)
    globalThis.django?.jQuery?.(field).on("change", chosen)
  }
}

name(document)
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) for (const one of addedNodes) if (one.parentElement) name(one.parentElement)
}).observe(document.body, { childList: true, subtree: true })
