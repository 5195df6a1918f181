// The ledger: each source with its passages, each passage a jump to its place.
import { element } from "../editor/element.js"
import { jump } from "./places.js"

export function ledger(sources, unsourced) {
  if (!sources.length && !unsourced.length) {
    return element("p", { class: "quiet" }, "No passage is marked with a source yet. Select words in the body and press Ctrl+Shift+S.")
  }
  const nobody = unsourced.length ? [without(unsourced)] : []
  return element("ul", { class: "ledger" }, ...nobody, ...sources.map(source))
}

// What has no source stands first, and stands out.
function without(quotations) {
  return element(
    "li", {},
    element("strong", { class: "ledger-without" }, "Without a source"),
    element("ul", {}, ...quotations.map((one) => element("li", {}, words(one)))),
  )
}

function words(one) {
  const made = element("button", { type: "button", "data-focus": `passage-${one.place.paragraph}-${one.place.start}` }, one.words)
  made.addEventListener("click", () => jump(one.place))
  return made
}

function source(one) {
  const facts = [one.kind, one.terms, one.via && `via ${one.via}`, !one.first_hand && !one.via && "not first hand"]
  return element(
    "li", {},
    element("a", { href: one.address, class: "ledger-source", target: "_blank" }, one.label),
    element("small", {}, facts.filter(Boolean).join(", ")),
    one.withdrawn && element("strong", { class: "ledger-withdrawn" }, `Withdrew: ${one.withdrawn}`),
    element("ul", {}, ...one.passages.map(passage)),
  )
}

function passage(one) {
  const notes = [one.kind, one.status, one.serious && "serious", one.proposal && "proposal"].filter(Boolean).join(", ")
  const row = one.row && element("button", { type: "button", class: "ledger-row" }, "Details")
  row?.addEventListener?.("click", () => jump({ field: "attributions", row: one.row, part: "verbatim" }))
  return element("li", {}, words(one), element("small", {}, notes), row)
}
