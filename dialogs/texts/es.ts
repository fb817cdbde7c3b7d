import type { Texts } from './texts.ts';

export const es: Texts = {
  welcome: (privacyUrl) =>
    [
      '¡Hola! Soy el asistente automático de **ICLEI - Local Governments for Sustainability**; no soy una persona. Respondo a preguntas sobre ICLEI, su enfoque SMART y la cooperación entre ciudades y empresas.',
      'Lo que no pueda responder se lo paso al equipo de ICLEI, y su respuesta aparecerá aquí. Para comunicarse con una persona en cualquier momento, escriba **«hablar con una persona»**.',
      `Esta conversación se guarda para que usted y nuestro equipo puedan retomarla. No hace falta que dé su nombre.${privacyUrl ? ` [Cómo tratamos sus datos](${privacyUrl})` : ''}`,
    ].join('\n\n'),
  greeting:
    '¡Hola! ¿Qué le gustaría saber sobre ICLEI, las ciudades inteligentes o las ciudades y las empresas?',
  help: 'Respondo a preguntas sobre ICLEI, su enfoque SMART y la cooperación entre ciudades y empresas. Escriba su pregunta con sus propias palabras. Para hablar con alguien del equipo, escriba **«hablar con una persona»**; para comenzar de nuevo, **«empezar de nuevo»**.',
  thanks: '¡De nada! ¿Hay algo más que le gustaría saber?',
  bye: '¡Hasta luego! Vuelva cuando tenga alguna pregunta.',
  isBot:
    'Soy un asistente automático, no una persona. Mis respuestas las escribieron y revisaron personas, y citan sus fuentes. Si prefiere preguntar a una persona, con gusto paso su pregunta al equipo.',
  comfort:
    'Siento no ser de más ayuda. Puede preguntar con otras palabras, o bien paso su pregunta a una persona. ¿Lo prefiere así?',
  startOver: 'De acuerdo, empecemos de nuevo. ¿Qué le gustaría saber?',
  goAhead: 'De acuerdo. ¿Qué le gustaría saber?',
  cancelled: 'De acuerdo, lo dejamos así. ¿Qué más le gustaría saber?',
  languageSwitched: 'Con gusto, seguimos en español.',
  whatToKnow: '¿Qué le gustaría saber?',

  englishOnly: 'Por ahora tengo esta respuesta solo en inglés:',
  takenAs: (question) => `Si le entiendo bien, pregunta: «${question}»`,
  didYouMean: 'No estoy seguro de haber entendido. ¿Es alguna de estas preguntas?',
  doYouMean: (question) => `No estoy seguro de haber entendido. ¿Se refiere a *«${question}»*?`,
  rephrase:
    'Lo siento, no lo he entendido. ¿Puede decirlo de otra manera, en una frase corta? O elija una de estas preguntas:',

  events: {
    list: (time, when, count) => {
      const events = count === 1 ? 'un evento' : `${count} eventos`;
      switch (time) {
        case 'over':
          return `Conozco las fechas de ${events} que ${count === 1 ? 'tuvo' : 'tuvieron'} lugar ${when}:`;
        case 'now':
          return `Sé de ${events} en curso:`;
        case 'coming':
          return `Conozco las fechas de ${events} por venir ${when}:`;
      }
    },
    onlyNearest: 'Estos son solo los más cercanos a la fecha de hoy.',
    none: (when) => `No conozco la fecha de ningún evento ${when}.`,
    nearest: (time) => {
      switch (time) {
        case 'over':
          return 'El más cercano que conozco ya pasó:';
        case 'now':
          return 'El más cercano que conozco está en curso:';
        case 'coming':
          return 'El más cercano que conozco está por venir:';
      }
    },
    mayBeMore: 'Puede haber otros: ICLEI anuncia sus fechas en sus propios sitios web.',
  },

  handoffLead: (cause, unknown) => {
    if (unknown !== null) return `No tengo información sobre **${unknown}**.`;
    if (cause === 'notHelpful') return 'Siento que mi respuesta no le haya servido.';
    if (cause === 'askedForPerson') return 'Con gusto.';
    return 'No tengo una respuesta fiable para eso.';
  },
  passedOn: 'He pasado su pregunta al equipo de ICLEI.',
  yourReference: (reference) =>
    `Su número de referencia es **${reference}**. La respuesta aparecerá aquí, también si vuelve más tarde.`,
  usualWait: ({ count, unit }) => {
    const units = {
      minute: 'minutos',
      hour: count === 1 ? 'hora' : 'horas',
      day: count === 1 ? 'día' : 'días',
    };
    return `La respuesta suele llegar en ${count} ${units[unit]} como máximo.`;
  },
  closedUntil: (when) => `Ahora mismo no hay nadie; nuestro equipo vuelve el ${when}.`,
  mayRephrase: 'También puede preguntar con otras palabras.',
  whatIsTheQuestion: '¿Qué quiere preguntar? Su próximo mensaje llegará al equipo de ICLEI.',
  alreadyWithStaff: (reference) =>
    `El equipo de ICLEI ya tiene su pregunta, con la referencia **${reference}**. La respuesta aparecerá aquí. ¿Quiere añadir algo?`,
  tooManyQuestions: (references) =>
    `Solo puedo pasar unas pocas preguntas por hora, así que esta vez no se ha enviado nada.${references.length > 0 ? ` Nuestro equipo ya tiene estas, y puede añadirles detalles: **${references.join(', ')}**.` : ''} También puede ponerse en contacto con ICLEI directamente o intentarlo más tarde.`,
  addDetailsTo: (reference) => `Añadir detalles a ${reference}`,
  withdrawNamed: (reference) => `Retirar la pregunta ${reference}`,

  removed: {
    email: '[correo eliminado]',
    phone: '[teléfono eliminado]',
    card: '[número de tarjeta eliminado]',
    iban: '[número de cuenta eliminado]',
  },
  storedAs: (text) =>
    `Para protegerle he quitado datos de contacto o de pago. Esto es lo que leerá nuestro equipo: *«${text}»*`,
  askForEdit: (reference) =>
    `¿Cómo debe quedar su pregunta **${reference}**? Escríbala de nuevo; nuestro equipo verá que la ha cambiado.`,
  edited: (reference, text) => `Gracias. Su pregunta **${reference}** dice ahora: *«${text}»*`,
  reopened: (reference) =>
    `Lo siento. El equipo de ICLEI vuelve a tener su pregunta **${reference}**. ¿Qué queda pendiente? Su próximo mensaje se añadirá a ella.`,
  yourCode: (code) =>
    `Para leer la respuesta en otro lugar, guarde este código: **${code}**. Escríbalo en cualquier chat conmigo; quien lo tenga puede leer su pregunta y la respuesta, así que no se lo enseñe a nadie más.`,
  wrongCode:
    'No conozco ninguna pregunta con ese código. Revíselo signo por signo: tiene la forma ICL-7F3K-9Q-H4TM2.',
  tooManyCodes:
    'Han sido demasiados códigos equivocados. Por seguridad, inténtelo de nuevo dentro de una hora.',
  answeredHere: (reference) => `A partir de ahora la respuesta a su pregunta **${reference}** llegará aquí.`,
  writtenIn: (language) => `Esta respuesta se escribió en ${language}:`,

  feedbackThanks: '¡Gracias, es bueno saberlo! ¿Qué más le gustaría saber?',
  feedbackSorry:
    'Siento que no le haya servido. ¿Quiere preguntar con otras palabras o prefiere que envíe su pregunta a una persona?',

  askForDetails: (reference) => `¿Qué quiere añadir a su pregunta **${reference}**?`,
  detailsAdded: (reference) => `Gracias, lo he añadido a **${reference}** para nuestro equipo.`,
  askForEmail: (reference) =>
    `¿A qué dirección de correo electrónico puede escribirle el equipo de ICLEI? Se guardará con su pregunta **${reference}** y no se usará para nada más. La respuesta aparecerá aquí.`,
  askForEmailAgain:
    'No encuentro ninguna dirección de correo en su mensaje. Escriba solo una, por ejemplo nombre@example.org, o escriba «cancelar».',
  noEmail:
    'De acuerdo, no hace falta. La respuesta aparecerá aquí de todos modos. ¿Qué más le gustaría saber?',
  emailNotNeeded:
    'Gracias, pero ahora no necesito una dirección de correo y no la he asociado a ninguna pregunta. ¿Qué le gustaría saber?',
  emailSaved: (email, reference) =>
    `Gracias. He anotado ${email} con su pregunta **${reference}** para el equipo de ICLEI, que podrá escribirle si hace falta. La respuesta aparecerá aquí.`,
  withdrawn: (reference) =>
    `Su pregunta **${reference}** queda retirada y ya nadie se ocupará de ella. ¿En qué más puedo ayudarle?`,
  notYours:
    'No encuentro en esta conversación ninguna pregunta con esa referencia. Si la hizo en otro lugar, escriba el código completo que recibió, como ICL-7F3K-9Q-H4TM2. O escriba directamente su pregunta.',
  noQuestionYet:
    'En esta conversación el equipo de ICLEI todavía no tiene ninguna pregunta suya. ¿Qué le gustaría saber?',
  alreadyAnswered: 'Esta pregunta ya fue respondida. Si quedó algo pendiente, puede añadirlo.',
  alreadyClosed: 'Esta pregunta está cerrada. Puede hacer una nueva cuando quiera.',
  alreadyWithdrawn: 'Esta pregunta fue retirada. Puede hacer una nueva cuando quiera.',
  status: (reference, status) => {
    switch (status) {
      case 'open':
        return `El equipo de ICLEI tiene su pregunta **${reference}**, que aún espera respuesta. Aparecerá aquí.`;
      case 'claimed':
        return `Alguien de ICLEI se está ocupando de su pregunta **${reference}**. La respuesta aparecerá aquí.`;
      case 'answered':
        return `Su pregunta **${reference}** ya tiene respuesta.`;
      case 'closed':
        return `Su pregunta **${reference}** está cerrada.`;
      case 'withdrawn':
        return `Usted retiró su pregunta **${reference}**.`;
    }
  },
  takenOver: (name) =>
    `**${name}**, del equipo de ICLEI, está ahora aquí con usted. Lo que escriba le llega directamente; yo guardo silencio hasta que me devuelva la conversación.`,
  handedBack:
    'Ya estoy de vuelta: la conversación con el equipo de ICLEI ha terminado por ahora y vuelvo a responder a sus preguntas.',

  youAsked: (question) => `Usted preguntó: *«${question}»*`,
  referenceLine: (reference) => `Referencia: ${reference}`,

  attachment: 'No puedo abrir archivos ni imágenes. Por favor, escriba su pregunta como texto.',
  empty: 'Ese mensaje estaba vacío. ¿Qué le gustaría saber?',
  tooLong: 'Su mensaje es demasiado largo (4000 caracteres como máximo). Por favor, acórtelo.',
  outdatedButton: 'Ese botón ya no funciona. Por favor, escriba lo que le gustaría saber.',
  storageFailure:
    'No se pudo guardar su pregunta en este momento. Por favor, inténtelo de nuevo dentro de unos minutos.',
  failure: 'Eso no ha funcionado en este momento. Por favor, inténtelo de nuevo dentro de unos minutos.',

  buttons: {
    person: 'Hablar con una persona',
    sendToPerson: 'Enviarla a una persona',
    noneOfThese: 'Ninguna de estas',
    notThis: 'No, otra cosa',
    addDetails: 'Añadir detalles',
    addMore: 'Quiero añadir algo',
    leaveEmail: 'Dejar un correo electrónico',
    withdraw: 'Retirar la pregunta',
    answerHere: 'Responder aquí',
    replyHelped: 'Gracias, me ha servido',
    replyDidNotHelp: 'Eso no responde a mi pregunta',
    editQuestion: 'Cambiar el texto',
    otherQuestion: 'Preguntar otra cosa',
    cancel: 'Mejor no',
  },
  labels: {
    sources: 'Fuentes',
    dates: (asOf, checkedOn) => `Datos de: ${asOf}; última revisión: ${checkedOn}`,
    wasThisHelpful: '¿Le ha servido?',
    yes: 'Sí',
    no: 'No',
    automaticAnswer: 'Respuesta automática',
    staffName: (name) => `${name}, equipo de ICLEI`,
  },
};
