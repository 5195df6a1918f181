// Below a field: whether its words are saved, and where somebody else was quicker, both versions.
import { element } from "../editor/element.js"
import { decide, wordsOf } from "./saving.js"

export function drawState(form, picture, name) {
  const field = form.elements.namedItem(name)
  const place = document.getElementById(`${field.id}_state`)
  const problem = picture.problems[name]
  field.setAttribute("aria-invalid", String(Boolean(problem)))
  place.classList.toggle("is-problem", Boolean(problem))
  if (problem?.now !== undefined) return place.replaceChildren(...bothVersions(picture, name, problem))
  if (problem) return place.replaceChildren(`Not saved. ${problem.sentence}`)
  place.replaceChildren(name in picture.drafts ? "Saving …" : "")
}

function bothVersions(picture, name, problem) {
  const mine = wordsOf(picture, name)
  const choice = (label, words) => {
    const button = element("button", { type: "button" }, label)
    button.addEventListener("click", () => decide(picture, name, words))
    return button
  }
  return [
    element("span", {}, `Not saved. ${problem.sentence}`),
    element("span", { class: "version" }, element("b", {}, "Theirs: "), problem.now || "nothing"),
    element("span", { class: "version" }, element("b", {}, "Yours: "), mine || "nothing"),
    choice("Keep theirs", problem.now),
    choice("Keep yours", mine),
  ]
}
