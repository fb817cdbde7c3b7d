import type { Texts } from './texts.ts';

export const pt: Texts = {
  welcome: (privacyUrl) =>
    [
      'Olá! Sou o assistente automático do **ICLEI - Local Governments for Sustainability**; não sou uma pessoa. Respondo a perguntas sobre o ICLEI, sua abordagem SMART e a cooperação entre cidades e empresas.',
      'O que eu não souber responder vai para a equipe do ICLEI, e a resposta aparecerá aqui. Para falar com uma pessoa a qualquer momento, escreva **“falar com uma pessoa”**.',
      `Esta conversa é guardada para que você e a nossa equipe possam retomá-la. Não é preciso informar o seu nome.${privacyUrl ? ` [Como tratamos os seus dados](${privacyUrl})` : ''}`,
    ].join('\n\n'),
  greeting: 'Olá! O que você gostaria de saber sobre o ICLEI, cidades inteligentes ou cidades e empresas?',
  help: 'Respondo a perguntas sobre o ICLEI, sua abordagem SMART e a cooperação entre cidades e empresas. Escreva a sua pergunta com as suas próprias palavras. Para falar com a equipe, escreva **“falar com uma pessoa”**; para recomeçar, **“começar de novo”**.',
  thanks: 'De nada! Gostaria de saber mais alguma coisa?',
  bye: 'Até logo! Volte sempre que tiver uma pergunta.',
  isBot:
    'Sou um assistente automático, não uma pessoa. As minhas respostas foram escritas e revisadas por pessoas e citam as suas fontes. Se preferir perguntar a uma pessoa, encaminho a sua pergunta com prazer.',
  comfort:
    'Lamento não ajudar mais. Você pode perguntar com outras palavras, ou encaminho a sua pergunta a uma pessoa. Prefere assim?',
  startOver: 'Certo, vamos começar de novo. O que você gostaria de saber?',
  goAhead: 'Tudo bem. O que você gostaria de saber?',
  cancelled: 'Tudo bem, vamos deixar para lá. O que mais você gostaria de saber?',
  languageSwitched: 'Claro, vamos continuar em português.',
  whatToKnow: 'O que você gostaria de saber?',

  englishOnly: 'Por enquanto, tenho esta resposta apenas em inglês:',
  takenAs: (question) => `Se entendi bem, você pergunta: “${question}”`,
  didYouMean: 'Não tenho certeza se entendi. É alguma destas perguntas?',
  doYouMean: (question) => `Não tenho certeza se entendi. Você quer dizer *“${question}”*?`,
  rephrase:
    'Desculpe, não entendi. Você pode dizer de outra forma, em uma frase curta? Ou escolha uma destas perguntas:',

  events: {
    list: (time, when, count) => {
      const events = count === 1 ? 'um evento' : `${count} eventos`;
      switch (time) {
        case 'over':
          return `Conheço as datas de ${events} que ${count === 1 ? 'aconteceu' : 'aconteceram'} ${when}:`;
        case 'now':
          return `Sei de ${events} em andamento:`;
        case 'coming':
          return `Conheço as datas de ${events} ainda por vir ${when}:`;
      }
    },
    onlyNearest: 'Estes são apenas os mais próximos da data de hoje.',
    none: (when) => `Não conheço a data de nenhum evento ${when}.`,
    nearest: (time) => {
      switch (time) {
        case 'over':
          return 'O mais próximo que conheço já passou:';
        case 'now':
          return 'O mais próximo que conheço está em andamento:';
        case 'coming':
          return 'O mais próximo que conheço ainda está por vir:';
      }
    },
    mayBeMore: 'Pode haver outros: o ICLEI anuncia suas datas em seus próprios sites.',
  },

  handoffLead: (cause, unknown) => {
    if (unknown !== null) return `Não tenho informações sobre **${unknown}**.`;
    if (cause === 'notHelpful') return 'Lamento que a minha resposta não tenha ajudado.';
    if (cause === 'askedForPerson') return 'Com prazer.';
    return 'Não tenho uma resposta confiável para isso.';
  },
  passedOn: 'Encaminhei a sua pergunta à equipe do ICLEI.',
  yourReference: (reference) =>
    `A sua referência é **${reference}**. A resposta aparecerá aqui, mesmo que você volte mais tarde.`,
  usualWait: ({ count, unit }) => {
    const units = {
      minute: 'minutos',
      hour: count === 1 ? 'hora' : 'horas',
      day: count === 1 ? 'dia' : 'dias',
    };
    return `A resposta costuma chegar em até ${count} ${units[unit]}.`;
  },
  closedUntil: (when) => `Agora não há ninguém; a nossa equipe volta em: ${when}.`,
  mayRephrase: 'Você também pode perguntar com outras palavras.',
  whatIsTheQuestion: 'O que você quer perguntar? A sua próxima mensagem vai para a equipe do ICLEI.',
  alreadyWithStaff: (reference) =>
    `A sua pergunta já está com a equipe do ICLEI, referência **${reference}**. A resposta aparecerá aqui. Quer acrescentar algo?`,
  tooManyQuestions: (references) =>
    `Só posso encaminhar algumas perguntas por hora, por isso desta vez nada foi enviado.${references.length > 0 ? ` Já estão com a nossa equipe, e você pode acrescentar detalhes: **${references.join(', ')}**.` : ''} Você também pode entrar em contato diretamente com o ICLEI ou tentar novamente mais tarde.`,
  addDetailsTo: (reference) => `Acrescentar detalhes a ${reference}`,
  withdrawNamed: (reference) => `Retirar a pergunta ${reference}`,

  removed: {
    email: '[e-mail removido]',
    phone: '[telefone removido]',
    card: '[número de cartão removido]',
    iban: '[número de conta removido]',
  },
  storedAs: (text) =>
    `Para proteger você, retirei dados de contato ou de pagamento. É isto que a nossa equipe vai ler: *“${text}”*`,
  askForEdit: (reference) =>
    `Como deve ficar a sua pergunta **${reference}**? Escreva-a de novo; a nossa equipe verá que você a alterou.`,
  edited: (reference, text) => `Obrigado. A sua pergunta **${reference}** agora diz: *“${text}”*`,
  reopened: (reference) =>
    `Lamento. A sua pergunta **${reference}** está de novo com a equipe do ICLEI. O que ficou em aberto? A sua próxima mensagem será acrescentada a ela.`,
  yourCode: (code) =>
    `Para ler a resposta em outro lugar, guarde este código: **${code}**. Escreva-o em qualquer conversa comigo; quem o tiver pode ler a sua pergunta e a resposta, por isso não o mostre a mais ninguém.`,
  wrongCode:
    'Não conheço nenhuma pergunta com esse código. Confira sinal por sinal: ele tem a forma ICL-7F3K-9Q-H4TM2.',
  tooManyCodes: 'Foram códigos errados demais. Por segurança, tente novamente daqui a uma hora.',
  answeredHere: (reference) => `A partir de agora a resposta à sua pergunta **${reference}** chegará aqui.`,
  writtenIn: (language) => `Esta resposta foi escrita em ${language}:`,

  feedbackThanks: 'Obrigado, é bom saber! O que mais você gostaria de saber?',
  feedbackSorry:
    'Lamento que não tenha ajudado. Quer perguntar com outras palavras ou prefere que eu envie a sua pergunta a uma pessoa?',

  askForDetails: (reference) => `O que você quer acrescentar à sua pergunta **${reference}**?`,
  detailsAdded: (reference) => `Obrigado, acrescentei isso a **${reference}** para a nossa equipe.`,
  askForEmail: (reference) =>
    `Para qual endereço de e-mail a equipe do ICLEI pode escrever? Ele ficará guardado com a sua pergunta **${reference}** e não será usado para mais nada. A resposta aparecerá aqui.`,
  askForEmailAgain:
    'Não encontrei um endereço de e-mail na mensagem. Escreva apenas um, por exemplo nome@example.org, ou escreva “cancelar”.',
  noEmail:
    'Tudo bem, não é preciso. A resposta aparecerá aqui de qualquer forma. O que mais você gostaria de saber?',
  emailNotNeeded:
    'Obrigado, mas agora não preciso de um endereço de e-mail e não o associei a nenhuma pergunta. O que você gostaria de saber?',
  emailSaved: (email, reference) =>
    `Obrigado. Anotei ${email} com a sua pergunta **${reference}** para a equipe do ICLEI, que poderá escrever a você se for preciso. A resposta aparecerá aqui.`,
  withdrawn: (reference) =>
    `A sua pergunta **${reference}** foi retirada; ninguém mais vai cuidar dela. Em que mais posso ajudar?`,
  notYours:
    'Não encontro nesta conversa nenhuma pergunta com essa referência. Se você a fez em outro lugar, escreva o código completo que recebeu, como ICL-7F3K-9Q-H4TM2. Ou escreva a sua pergunta.',
  noQuestionYet:
    'Nesta conversa, a equipe do ICLEI ainda não tem nenhuma pergunta sua. O que você gostaria de saber?',
  alreadyAnswered: 'Esta pergunta já foi respondida. Se algo ficou em aberto, você pode acrescentar.',
  alreadyClosed: 'Esta pergunta está encerrada. Fique à vontade para fazer outra.',
  alreadyWithdrawn: 'Esta pergunta foi retirada. Fique à vontade para fazer outra.',
  status: (reference, status) => {
    switch (status) {
      case 'open':
        return `A sua pergunta **${reference}** está com a equipe do ICLEI e aguarda resposta, que aparecerá aqui.`;
      case 'claimed':
        return `Alguém do ICLEI está cuidando da sua pergunta **${reference}**. A resposta aparecerá aqui.`;
      case 'answered':
        return `A sua pergunta **${reference}** já foi respondida.`;
      case 'closed':
        return `A sua pergunta **${reference}** está encerrada.`;
      case 'withdrawn':
        return `Você retirou a sua pergunta **${reference}**.`;
    }
  },
  takenOver: (name) =>
    `**${name}**, da equipe do ICLEI, está agora aqui com você. O que você escrever vai direto para lá; eu fico em silêncio até que me devolvam a conversa.`,
  handedBack:
    'Estou de volta: a conversa com a equipe do ICLEI terminou por enquanto, e volto a responder às suas perguntas.',

  youAsked: (question) => `Você perguntou: *“${question}”*`,
  referenceLine: (reference) => `Referência: ${reference}`,

  attachment: 'Não consigo abrir arquivos nem imagens. Por favor, escreva a sua pergunta como texto.',
  empty: 'Essa mensagem estava vazia. O que você gostaria de saber?',
  tooLong: 'A sua mensagem é longa demais (no máximo 4.000 caracteres). Por favor, encurte-a.',
  outdatedButton: 'Esse botão não funciona mais. Por favor, escreva o que você gostaria de saber.',
  storageFailure:
    'Não foi possível guardar a sua pergunta agora. Por favor, tente novamente daqui a alguns minutos.',
  failure: 'Não funcionou desta vez. Por favor, tente novamente daqui a alguns minutos.',

  buttons: {
    person: 'Falar com uma pessoa',
    sendToPerson: 'Enviar a uma pessoa',
    noneOfThese: 'Nenhuma destas',
    notThis: 'Não, outra coisa',
    addDetails: 'Acrescentar detalhes',
    addMore: 'Quero acrescentar algo',
    leaveEmail: 'Deixar um e-mail',
    withdraw: 'Retirar a pergunta',
    answerHere: 'Responder aqui',
    replyHelped: 'Obrigado, isso ajudou',
    replyDidNotHelp: 'Isso não responde à minha pergunta',
    editQuestion: 'Alterar o texto',
    otherQuestion: 'Perguntar outra coisa',
    cancel: 'Deixa para lá',
  },
  labels: {
    sources: 'Fontes',
    dates: (asOf, checkedOn) => `Dados de: ${asOf}; última verificação: ${checkedOn}`,
    wasThisHelpful: 'Isso ajudou?',
    yes: 'Sim',
    no: 'Não',
    automaticAnswer: 'Resposta automática',
    staffName: (name) => `${name}, equipe do ICLEI`,
  },
};
