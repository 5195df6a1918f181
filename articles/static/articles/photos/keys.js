// The captioning screen's keys. Alt with a letter is free in browsers and screen readers; on a Mac,
// where Alt writes letters such as ç and VoiceOver takes Ctrl+Alt, Ctrl with a letter is.
const isMac = /Mac|iP(hone|ad)/.test(navigator.platform)
const ACTS = { KeyC: "copy", KeyX: "tick", KeyA: "apply", KeyZ: "undo" }
const WITH_SHIFT = { KeyC: "copy-empty", KeyA: "apply-credit" }

// The name of the act that the keys ask for, or undefined.
export function actOf(event) {
  if (event.isComposing) return undefined
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey) {
    return event.shiftKey ? "previous" : "next"
  }
  // AltGr is Ctrl and Alt together: it writes letters.
  const isOurs = isMac ? event.ctrlKey && !event.altKey && !event.metaKey : event.altKey && !event.ctrlKey && !event.metaKey
  return isOurs ? (event.shiftKey ? WITH_SHIFT : ACTS)[event.code] : undefined
}

export function labelKeys(root) {
  for (const place of root.querySelectorAll("kbd[data-key]")) {
    place.textContent = [isMac ? "Ctrl" : "Alt", ...place.dataset.key.split(" ")].join("+")
  }
}
