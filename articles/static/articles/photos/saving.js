// Saving the captioning screen's fields. What was typed is a draft until the desk has answered that
// it is saved; a desk that is away is asked again, a refusal waits for other words.
import { token } from "./token.js"

const AT_A_TIME = 3
const PATIENCE = 4000
const AWAY = "The desk does not answer. These words are kept and sent again."

const waiting = []
let busy = 0, listener = () => {}, warn = () => {}
const steps = []

export const onChange = (listen) => { listener = listen }
export const onCalledOff = (listen) => { warn = listen }
export const wordsOf = (picture, name) => picture.drafts[name] ?? picture.words[name]
export const unsaved = (pictures) => pictures.flatMap((picture) => Object.keys(picture.drafts)).length
export const canUndo = () => steps.length > 0

// `step` gathers all that one act changes, so that one undo takes all of it back.
export function save(picture, name, words, step = []) {
  delete picture.problems[name]
  if (words === picture.words[name] && !(name in picture.drafts)) return listener(picture, name)
  picture.drafts[name] = words
  queue({ picture, name, step })
}

// Takes the last step back; answers its first entry, so that the page can show it.
export function undo() {
  const step = steps.pop()
  if (step) drop(step)
  for (const { picture, name, before } of step || []) save(picture, name, before, null)
  return step?.[0]
}

// What of a step has not been sent yet is never sent; what is on its way is taken back afterwards.
function drop(step) {
  step.isUndone = true
  for (const task of waiting.filter((one) => one.step === step)) {
    waiting.splice(waiting.indexOf(task), 1)
    delete task.picture.drafts[task.name]
    listener(task.picture, task.name)
  }
}

// Somebody else was quicker: whoever sits here has seen the other words, and decides.
export function decide(picture, name, words) {
  const theirs = picture.problems[name].now
  delete picture.problems[name]
  picture.words[name] = theirs
  picture.drafts[name] = words
  if (words === theirs) { delete picture.drafts[name]; return listener(picture, name) }
  queue({ picture, name, step: [] })
}

function queue(task) {
  const same = ({ picture, name }) => picture === task.picture && name === task.name
  const at = waiting.findIndex(same)
  if (at >= 0) waiting.splice(at, 1)
  waiting.push(task)
  listener(task.picture, task.name)
  run()
}

function run() {
  while (busy < AT_A_TIME) {
    const at = waiting.findIndex(({ picture }) => !picture.isBusy)
    if (at < 0) return
    send(waiting.splice(at, 1)[0])
  }
}

async function send(task) {
  const { picture, name } = task
  if (!(name in picture.drafts)) return run()
  const [words, before] = [picture.drafts[name], picture.words[name]]
  busy += 1
  picture.isBusy = true
  const { status, answer } = await post({ photo: picture.id, field: name, words, before })
  busy -= 1
  picture.isBusy = false
  if (status === 200) keep(task, words, before, answer)
  else if (status === 409) picture.problems[name] = { sentence: answer.sentence, now: answer.now }
  else if ([400, 403, 404].includes(status)) picture.problems[name] = { sentence: answer.sentence }
  else {
    picture.problems[name] = { sentence: answer?.sentence || AWAY, isAway: true }
    setTimeout(() => { if (picture.problems[name]?.isAway) queue(task) }, PATIENCE)
  }
  listener(picture, name)
  run()
}

function keep({ picture, name, step }, sent, before, answer) {
  picture.words[name] = answer.words
  picture.missing = answer.missing
  answer.called_off.forEach(warn)
  delete picture.problems[name]
  if (picture.drafts[name] === sent) delete picture.drafts[name]
  else queue({ picture, name, step })
  if (step === null || before === answer.words) return
  if (step.isUndone) return save(picture, name, before, null)
  if (!step.length) steps.push(step)
  step.push({ picture, name, before })
}

async function post(fields) {
  try {
    const answer = await fetch(location.pathname, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": token() },
      body: new URLSearchParams(fields),
    })
    const isAnswer = answer.headers.get("Content-Type")?.startsWith("application/json")
    return { status: isAnswer ? answer.status : 0, answer: isAnswer ? await answer.json() : null }
  } catch {
    return { status: 0, answer: null }
  }
}
