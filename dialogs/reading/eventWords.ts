// How one asks for events in the five languages, folded: the words for them, questions that need no such word, and what
// else may stand in such a question without making it another.
import type { Language } from '../../knowledge/index.ts';

export interface EventWords {
  readonly events: ReadonlySet<string>;
  /** Words in this order, others between them. */
  readonly questions: readonly (readonly string[])[];
  readonly around: ReadonlySet<string>;
}

const set = (words: string) => new Set(words.trim().split(/\s+/u));
const questions = (phrases: readonly string[]) => phrases.map((phrase) => phrase.split(' '));
/** One congress is the World Congress, of which the knowledge tells more; so only several of them are events here. */
const shared = 'event events webinar webinars workshop workshops meetup meetups forum';

export const eventWords: Readonly<Record<Language, EventWords>> = {
  en: {
    events: set(`${shared} conference conferences congresses meeting meetings fair fairs summit summits forums
      gathering gatherings happenings`),
    questions: questions([
      'what s on',
      'whats on',
      'what is on',
      'what was on',
      'what is happening',
      'what s happening',
      'whats happening',
      'what is going on',
      'what s going on',
      'anything on',
      'anything happening',
      'anything going on',
      'what is coming up',
      'what s coming up',
      'what is planned',
      'what s planned',
    ]),
    around:
      set(`iclei icleis international hold holds held holding organise organises organised organising organize
      organizes organized organizing run runs plan plans planned planning schedule scheduled upcoming coming next take takes took
      taken taking place happen happens happened happening going attend visit join list lists listed date dates public
      open hosted host hosts available calendar during full currently`),
  },
  es: {
    events:
      set(`${shared} evento eventos conferencia conferencias congresos reuniones encuentro encuentros feria ferias
      cumbre cumbres foro foros jornada jornadas taller talleres seminario seminarios webinario webinarios`),
    questions: questions(['que hay', 'que habra', 'que hubo', 'que pasa', 'que esta previsto', 'hay algo']),
    around:
      set(`iclei celebra celebran celebro celebraron celebrara celebraran celebrar organiza organizan organizo organizaron organizara
      organizar organizados habra hubo previsto previstos prevista previstas programado programados programada
      programadas lugar tendra tendran tuvo tuvieron tendran proximos proximas proximo realiza realizan realizo realizaron
      asistir fecha fechas lista durante planea planeado planeados calendario agenda ocurre pasa pasado mes ano`),
  },
  pt: {
    events:
      set(`${shared} evento eventos conferencia conferencias congressos reunioes encontro encontros feira feiras cupula
      cupulas forum foruns seminario seminarios webinario webinarios`),
    questions: questions([
      'que ha',
      'que tem',
      'que havera',
      'que houve',
      'que acontece',
      'que vai acontecer',
      'tem algo',
    ]),
    around:
      set(`iclei acontece acontecem aconteceu aconteceram acontecer acontecerao organiza organizam organizou organizar
      realiza realizam realizou realizados realizadas realizar previsto previstos prevista previstas programado
      programados programada programadas havera houve marcado marcados proximos proximas proximo ocorrem ocorre ocorreram
      planejado planejados participar data datas lista durante teve tiveram calendario agenda mes ano vao`),
  },
  fr: {
    events:
      set(`${shared} evenement evenements conference conferences reunion reunions rencontre rencontres foire foires
      sommet sommets forums colloque colloques atelier ateliers webinaire webinaires manifestation manifestations`),
    questions: questions([
      'que se passe',
      'qu y a t il',
      'qu est ce qu il y a',
      'quoi de prevu',
      'quels congres',
      'qu est ce qui est prevu',
    ]),
    around:
      set(`iclei organise organisent organisera organises organisees organiser prevu prevus prevue prevues lieu aura
      auront tient tiennent tiendra tiendront tenu tenus programme programmes venir prochains prochaines assister
      participer date dates liste passe congres calendrier agenda ont mois annee`),
  },
  de: {
    events:
      set(`${shared} veranstaltung veranstaltungen konferenz konferenzen kongresse tagung tagungen messe messen treffen
      gipfel foren termine termin seminar seminare webinare`),
    questions: questions([
      'was ist los',
      'was war los',
      'ist was los',
      'ist etwas los',
      'was gibt es',
      'was gibts',
      'was gab es',
      'gibt es etwas',
      'gibt es was',
      'was findet statt',
      'was fand statt',
      'was steht an',
      'was lauft',
      'was passiert',
      'was ist geplant',
    ]),
    around:
      set(`iclei icleis findet finden fand fanden statt stattfinden stattfindet stattgefunden veranstaltet veranstalten
      organisiert organisieren geplant plant planen besuchen teilnehmen los anstehen ansteht steht gibts anstehende
      anstehenden kommende kommenden nachste nachsten liste kalender laufen lauft wahrend aktuell aktuelle aktuellen
      passiert monat jahr`),
  },
};
