// The page's token against forged posts. The cookie is newer than the page after another log-in.
export function token() {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith("csrftoken="))
  return cookie ? cookie.slice("csrftoken=".length) : document.querySelector("[name=csrfmiddlewaretoken]").value
}
