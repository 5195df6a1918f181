// Asks the desk for photos, sources and stories; each address checks what the person may see.
const base = `${location.pathname.split("/articles/")[0]}/articles`

async function ask(kind, query) {
  const answer = await fetch(`${base}/${kind}/pick/?${new URLSearchParams(query)}`, {
    headers: { Accept: "application/json" },
  })
  if (!answer.ok) throw new Error("The desk did not answer. Log in again in another tab, then try once more.")
  return answer.json()
}

export const search = async (kind, words) => (await ask(kind, { q: words })).results

export const choices = async (kind) => (await ask(kind, { form: "1" })).choices

// Looks up rows by id; calls within one turn of the event loop go out as one request.
const waiting = new Map()
export function byId(kind, id) {
  if (!waiting.has(kind)) {
    const batch = { ids: new Set() }
    batch.answer = Promise.resolve().then(() => {
      waiting.delete(kind)
      return ask(kind, [...batch.ids].map((one) => ["id", one]))
    })
    waiting.set(kind, batch)
  }
  const batch = waiting.get(kind)
  batch.ids.add(String(id))
  return batch.answer.then(({ results }) => results.find((row) => String(row.id) === String(id)))
}

// Makes a new row. Answers { row } or { errors: { field: [sentence, ...] } }.
export async function make(kind, form) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value
  const answer = await fetch(`${base}/${kind}/pick/`, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRFToken": token },
    body: new FormData(form),
  })
  if (answer.status === 201) return { row: await answer.json() }
  if (answer.status === 400 || answer.status === 403) {
    const said = await answer.json().catch(() => null)
    if (said?.errors) return { errors: said.errors }
  }
  return { errors: { __all__: ["The desk did not take it. What you typed is still here; try again."] } }
}
