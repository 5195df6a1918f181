// The keys of the page of proposals. They are single letters, as in mail programs, and so hold only
// while no field has the focus, and only without a modifier (WCAG 2.1.4: they act on the focused card).
const cards = [...document.querySelectorAll(".proposal")]

const current = () => document.activeElement?.closest?.(".proposal")

function go(step) {
  const here = cards.indexOf(current())
  const next = cards[here < 0 ? 0 : here + step]
  if (!next) return
  next.focus()
  next.scrollIntoView({ block: "center" })
}

// Opens what can be changed, and puts the cursor there.
function change(card, name = "") {
  card.querySelector("details").open = true
  const fields = [...card.querySelectorAll("details :is(input, textarea, select)")]
  const field = fields.find((one) => one.name.endsWith(name)) ?? fields[0]
  field?.focus()
  field?.select?.()
}

function press(card, act) {
  const reason = card.querySelector("[name$=-reason]")
  if (act === "refuse" && reason && !reason.value.trim()) return change(card, "-reason")
  const button = card.querySelector(`button[value=${act}]`)
  const mended = card.querySelector("[name$=-instead]")
  // What the machine cannot mend wants words first.
  if (button && "wantsChange" in button.dataset && mended.value === mended.defaultValue) return change(card)
  button?.click()
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
  const card = current()
  if (event.target.closest("input, textarea, select")) {
    if (event.key === "Escape") { event.preventDefault(); card?.focus() }
    // Enter would press the first button; in the field for the reason it means to refuse.
    if (event.key === "Enter" && event.target.name.endsWith("-reason")) {
      event.preventDefault()
      press(card, "refuse")
    }
    return
  }
  const acts = {
    j: () => go(1), k: () => go(-1),
    a: () => card && press(card, "accept"), r: () => card && press(card, "refuse"),
    c: () => card && change(card),
  }
  const act = acts[event.key.toLowerCase()]
  if (!act) return
  event.preventDefault()
  act()
})

// A second press while the first is on its way would settle the next card unseen.
for (const form of document.querySelectorAll(".proposal form")) {
  form.addEventListener("submit", (event) => {
    if (document.body.dataset.sent) event.preventDefault()
    document.body.dataset.sent = "1"
  })
}
addEventListener("pageshow", () => delete document.body.dataset.sent)

const problem = document.querySelector(".proposal .errorlist")
if (problem) problem.closest("div").querySelector("input, textarea, select")?.focus()
else document.querySelector(".proposal[autofocus]")?.scrollIntoView({ block: "center" })
