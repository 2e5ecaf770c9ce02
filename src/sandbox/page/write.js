import { ask, attempt, element, make } from "./api.js";

let answering = null;

export function startWriting({ people, form }) {
  const mail = element("mail-form");
  const writers = people.filter(({ writes }) => writes);
  mail.elements.from.append(
    ...writers.map(({ name, address }) =>
      make("option", { value: address, textContent: `${name} <${address}>` }),
    ),
    make("option", { value: "", textContent: "Orang lain …" }),
  );
  mail.elements.from.addEventListener("change", () => showOther(mail));
  mail.addEventListener("submit", (event) => {
    event.preventDefault();
    return attempt(() => sendMail(mail, writers), "Email terkirim ke helpdesk.");
  });
  startForm(form);
}

/** Opens the writing place with an answer to a letter, written by whoever got it. */
export function answerLetter({ address, index, name, subject }) {
  const mail = element("mail-form");
  answering = { address, index };
  mail.elements.from.value = address;
  if (mail.elements.from.value !== address) mail.elements.from.value = "";
  mail.elements.name.value = name;
  mail.elements.address.value = address;
  mail.elements.subject.value = /^re:/i.test(subject) ? subject : `Re: ${subject}`;
  const note = element("answering");
  note.hidden = false;
  note.replaceChildren(
    `Membalas "${subject}". `,
    make("button", { type: "button", textContent: "Jangan membalas", onclick: stopAnswering }),
  );
  showOther(mail);
  window.dispatchEvent(new CustomEvent("open-view", { detail: "write" }));
  mail.elements.text.focus();
}

function stopAnswering() {
  answering = null;
  element("answering").hidden = true;
}

function showOther(mail) {
  mail.querySelector(".other").hidden = mail.elements.from.value !== "";
}

async function sendMail(mail, writers) {
  const { from, name, address, subject, text, picture } = mail.elements;
  const writer = writers.find((each) => each.address === from.value) ?? {
    name: name.value,
    address: address.value,
  };
  await ask("/mail", {
    method: "POST",
    body: {
      from: { name: writer.name, address: writer.address },
      subject: subject.value,
      text: text.value,
      pictures: picture.checked ? ["foto.png"] : [],
      ...(answering ? { answers: answering } : {}),
    },
  });
  stopAnswering();
  subject.value = "";
  text.value = "";
  picture.checked = false;
}

function startForm({ questions }) {
  const form = element("google-form");
  element("questions").append(...questions.map(question));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answers = Object.fromEntries(
      [...new FormData(form)].filter(([, value]) => value.trim() !== ""),
    );
    return attempt(async () => {
      await ask("/form/responses", { method: "POST", body: { answers } });
      form.reset();
    }, "Formulir terkirim.");
  });
}

function question({ title, required, choices, paragraph }) {
  const field = choices.length
    ? make(
        "select",
        { name: title },
        ...["", ...choices].map((choice) => new Option(choice, choice)),
      )
    : make(paragraph ? "textarea" : "input", { name: title });
  field.required = required;
  return make("label", {}, required ? `${title} *` : title, field);
}
