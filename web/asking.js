// A click, or Enter, on a figure asks how it was calculated. What answers is loaded when it is first asked for.

let explainer;

/** Listens for questions. What to say while the study has problems, and where no answer can be loaded, by language. */
export function listen(outdated, outdatedEnglish, broken, brokenEnglish) {
  const ask = async (event) => {
    const figure = event.target.closest?.("[data-figure][role=button]");
    if (!figure) return;
    event.preventDefault();
    const language = document.documentElement.lang;
    const say = (dutch, english) => {
      document.querySelector("output").textContent = language === "nl" ? dutch : english;
    };
    try {
      explainer ??= import(new URL("explain.js", document.baseURI)).then((module) => module.ready());
      const explain = await explainer;
      const answered = explain(window.wasmBindings.study(), figure.dataset.figure, language);
      if (!answered) say(outdated, outdatedEnglish);
    } catch {
      explainer = undefined;
      say(broken, brokenEnglish);
    }
  };
  document.addEventListener("click", ask);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") ask(event);
  });
}
