// Words that carry grammar, not subject: articles, pronouns, question words, auxiliaries and the verbs every question uses.
import type { Language } from '../language.ts';

const lists: Readonly<Record<Language, string>> = {
  en: `a about after again all also am an and any anybody anyone anything are as at be been before being but by can cannot
    could did do does doing done dont each either else ever every for from get gets getting give go going got had has have
    he her here him his how i if im in into is isnt it its just kind know let like made make makes many may me mean means might more
    most much must my need no not now of off ok okay on one only or other our out over own please re really say see
    shall she should show so some something somebody someone such take tell than that thats the their them then there these they thing things
    this those to too up us use very want was we were what whats when where which while who whom whos whose why will
    wish with would yes you your yours explain describe exactly question information info details find learn wondering happen happens
    hello hi hey thanks thank`,
  es: `a sirve acerca ahora al algo alguien algun alguna algunos algunas ante antes aqui asi aun aunque bajo bien cada como con conmigo
    cosa cosas cual cuales cualquier cuando cuanta cuantas cuanto cuantos da dame dan dar de decir deme del desde dime digame donde dos e el ella
    ellas ellos en entre era eran eres es esa esas ese eso esos esta estan estar estas este esto estos estoy favor fue fueron gustaria ha
    haber hace hacen hacer hacia han hasta hay he hola informacion ir la las le les lo los mas me mi mientras mis mucho muchos muy nada ni
    no nos nosotros nuestra nuestro o os otra otras otro otros para pero por porque pueda puede pueden puedo que quien quienes
    quiero quiere quisiera saber se sea ser si sido significa sin sobre solo son soy su sus tal tambien tan tanto te tener tengo ti tiene tienen
    todo todos trata tu tus un una unas uno unos usted ustedes va vamos y ya yo explica explicar explicame gracias necesito existe existen
    hablame cuentame conocer`,
  pt: `a serve ao aos agora algo alguem algum alguma alguns ainda antes aqui as ate bem cada coisa coisas com como da das de dele dela deles
    depois desde dessa desse desta deste diga dizer do dos e ela elas ele eles em entao entre era eram essa essas esse esses esta
    estao estar estas este estes estou eu existe existem faz fazem fazer favor foi fora foram gostaria ha informacao informacoes isso isto ja la lhe lo mais
    mas me mesmo meu meus minha minhas muito muitos na nao nas nem no nos nossa nosso num numa o obrigado ola onde os ou outra outras outro
    outros para pela pelas pelo pelos per pode podem poder posso por porque porquê pra qual quais qualquer quando quanta quantas quanto quantos que quem
    quer quero quais saber se sem ser seu seus significa so sobre sao sou sua suas tal tambem tao te tem tem tenho ter teu toda todas todo
    todos tu tudo um uma umas uns voce voces vai vao explique explica conte fale me oi preciso trata`,
  fr: `a ca sert afin ai ainsi alors apres as au aucun aucune aujourd hui aussi autre autres aux avec avez avoir avons bien bonjour car ce ceci cela celle
    celui ces cet cette ceux chaque chez chose choses ci combien comme comment connaitre d dans de des depuis dire dis dites dois doit doivent donc donne donner dont
    du elle elles en encore entre es est et etaient etait etant ete etre eu fait faire faites fais faut font il ils informations information j je jusqu l
    la le les leur leurs lors lui m ma mais me meme merci mes moi moins mon n ne ni non nos notre nous on ont ou par parle parler parce pas
    pendant peu peut peuvent peux plait plus plusieurs pour pourquoi pouvez puis puisque qu quand que quel quelle quelles quelqu quelque quels
    qui quoi sa sans savoir se sera serait ses si signifie soit sommes son sont sous suis sur ta te tel tes toi ton tous tout toute toutes
    tres trouver tu un une va vers veut veux voila vos votre voudrais vous vont y existe explique expliquer expliquez`,
  de: `aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bekomme bekommt bin bis bist bitte da dabei dafur
    damit danach danke dann daran darauf darf darin das dass dazu dein deine dem den denn der deren des dessen dich die dies diese diesem
    diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er erklare erklaren es etwas euch euer fur gab gar geben genau
    gegen gehen geht gibt gerne ganz habe haben hallo hast hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im
    immer in information informationen ins irgend ist ja jede jedem jeden jeder jedes jemand jene jetzt kann kannst kein keine keinen konnen konnte konnten
    konntest wozu wieviel wieviele dient dienen lassen lasst mach machen macht man manche mehr mein meine meinem meinen meiner mich mir mit mochte mochten muss mussen nach nein nicht
    nichts noch nun nur ob oder ohne sag sagen sehr sein seine seinem seinen seiner seit sich sie sind so soll sollen sollte sondern
    sonst tun tut uber um und uns unser unsere unter viel viele vom von vor wann war waren warum was weil welche welchem welchen
    welcher welches wem wen wenig wenn wer werde werden weshalb wessen wie wieder wieso will wir wird wirst wissen wo wofur woher wohin womit
    worum wollen wurde wurden wurde wurden zu zum zur zwischen bedeutet heisst eigentlich erzahl hallo viele`,
};

/** Folded stop words per language. */
export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(lists.en.split(/\s+/u)),
  es: new Set(lists.es.split(/\s+/u)),
  pt: new Set(lists.pt.split(/\s+/u)),
  fr: new Set(lists.fr.split(/\s+/u)),
  de: new Set(lists.de.split(/\s+/u)),
};

const anyLanguage: ReadonlySet<string> = new Set(Object.values(stopWords).flatMap((set) => [...set]));

/** Words of politeness and of asking as such: they say even less than question words ("who", "when", "how much"). */
const fillers = new Set(
  `explain describe tell please exactly actually really just so show give know need want like wondering information info details
  question thing things something hello hi hey thanks thank cuentame hablame explica explicame explicar dime digame deme favor quiero
  quisiera gustaria saber necesito informacion hola gracias fale explique conte diga gostaria quero preciso ola informacoes informacao
  explique expliquer expliquez dites parle voudrais veux savoir bonjour merci plait informations erzahl erklar erklare sag sagen bitte
  etwas mochte wissen hallo danke eigentlich genau informationen`.split(/\s+/u),
);

/** Whether a folded word only makes a question polite or longer. */
export function isFiller(folded: string): boolean {
  return fillers.has(folded);
}

/** Whether a folded word is a stop word in one of our languages, or a single digit. */
export function isStopWord(folded: string): boolean {
  return anyLanguage.has(folded) || fillers.has(folded) || /^[0-9]$/u.test(folded);
}
