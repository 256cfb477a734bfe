// What the form needs beyond HTML: the chosen file's name, its size before it is sent, and a word when nobody answers.
export function watchForm() {
  document.addEventListener("change", (event) => {
    if (event.target.matches("input[type=file]")) showChoice(event.target);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-clear-file]")) clearChoice();
    if (event.target.closest("[data-mark-fixable]")) markFixable();
  });
  document.addEventListener("htmx:error", () => {
    say("连接不上服务。所填内容还在，请检查网络或稍后再试。");
  });
}

// A button that needs this script shows itself only where it runs.
export function showMarking() {
  const button = document.querySelector("[data-mark-fixable]");
  if (button) button.hidden = !document.querySelector("[name=fixable]");
}

function markFixable() {
  document.querySelectorAll("[name=fixable]").forEach((box) => (box.checked = true));
}

function showChoice(input) {
  const file = input.files[0];
  const limit = Number(input.dataset.limit);
  if (file && file.size > limit) {
    clearChoice();
    say(`“${file.name}”有 ${(file.size / 1048576).toFixed(1)} MB，最多 ${Math.floor(limit / 1048576)} MB，请拆分后再上传。`);
    return;
  }
  say("");
  document.querySelector("[data-chosen]").hidden = !file;
  document.querySelector("[data-chosen-name]").textContent = file?.name ?? "";
}

function clearChoice() {
  const input = document.querySelector("input[type=file]");
  input.value = "";
  document.querySelector("[data-chosen]").hidden = true;
  input.focus();
}

function say(message) {
  const place = document.querySelector("#fault");
  place.replaceChildren();
  if (!message) return;
  const alert = document.createElement("div");
  alert.className = "alert alert-danger";
  alert.setAttribute("role", "alert");
  alert.textContent = message;
  place.append(alert);
}
