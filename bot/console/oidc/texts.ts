// What is said about signing in with an organisation's account, in the console's five languages.
import type { Language } from '../../../knowledge/index.ts';

const en = {
  organisationButton: 'Sign in with your organisation’s account',
  orByLink: 'With a one-time link instead',
  linksOff: 'Here staff sign in with their organisation’s account; one-time links are switched off.',
  nameTaken: 'Somebody else here has this name. Please choose another, for example with your last name.',
  startAgainTitle: 'Please start again',
  startAgainLead: 'This sign-in was begun in another browser, or too long ago. Nothing has happened.',
  deniedTitle: 'You were not signed in',
  deniedLead: 'Signing in was cancelled, or your organisation does not let you in here.',
  refusedTitle: 'This sign-in could not be checked',
  refusedLead:
    'What came back was used before or can’t be trusted, so nothing has happened. Please start again. If it fails again, tell whoever runs the bot.',
  downTitle: 'Your organisation’s sign-in does not answer',
  downLead: 'Please try again in a minute. Questions go on being collected meanwhile.',
  noRoleTitle: 'You have no role here yet',
  noRoleLead:
    'Your organisation knows you, but you are in none of the groups that work with this console. Ask an administrator of your organisation to add you, then sign in again.',
  tooManyGroupsTitle: 'Your groups could not be read',
  tooManyGroupsLead: 'You are in more groups than fit into a sign-in, so your roles here are not known.',
  tooManyGroupsOperator:
    'For whoever set this up: in Entra ID, let the token list only the groups assigned to the application, or assign app roles and name these in OIDC_ROLES.',
  otherAccount: 'Sign out of this account, to use another',
  signedOutTitle: 'You are signed out',
  signedOutLead: 'Next, your organisation signs you out as well.',
  signOutThere: 'Go on',
  deactivatedTitle: 'Your access was switched off',
  deactivatedLead:
    'An administrator of this console has switched it off. Please ask them if that is a mistake.',
};

export type SignInTexts = Readonly<Record<keyof typeof en, string>>;

const es: SignInTexts = {
  organisationButton: 'Iniciar sesión con la cuenta de su organización',
  orByLink: 'Con un enlace de un solo uso',
  linksOff:
    'Aquí el personal inicia sesión con la cuenta de su organización; los enlaces de un solo uso están desactivados.',
  nameTaken: 'Otra persona ya usa este nombre aquí. Elija otro, por ejemplo con su apellido.',
  startAgainTitle: 'Empiece de nuevo, por favor',
  startAgainLead:
    'Este inicio de sesión se empezó en otro navegador o hace demasiado tiempo. No ha pasado nada.',
  deniedTitle: 'No se ha iniciado la sesión',
  deniedLead: 'Se canceló el inicio de sesión, o su organización no le permite entrar aquí.',
  refusedTitle: 'No se pudo comprobar este inicio de sesión',
  refusedLead:
    'Lo que llegó ya se había usado o no es de fiar, así que no ha pasado nada. Empiece de nuevo. Si vuelve a fallar, avise a quien gestiona el bot.',
  downTitle: 'El inicio de sesión de su organización no responde',
  downLead: 'Inténtelo de nuevo en un minuto. Mientras tanto, las preguntas se siguen recogiendo.',
  noRoleTitle: 'Aún no tiene ninguna función aquí',
  noRoleLead:
    'Su organización le conoce, pero no está en ninguno de los grupos que trabajan con esta consola. Pida a quien administra su organización que le añada e inicie sesión de nuevo.',
  tooManyGroupsTitle: 'No se pudieron leer sus grupos',
  tooManyGroupsLead:
    'Está en más grupos de los que caben en un inicio de sesión, así que no se conocen sus funciones aquí.',
  tooManyGroupsOperator:
    'Para quien lo configuró: en Entra ID, haga que el token enumere solo los grupos asignados a la aplicación, o asigne roles de aplicación y nómbrelos en OIDC_ROLES.',
  otherAccount: 'Cerrar la sesión de esta cuenta para usar otra',
  signedOutTitle: 'Ha cerrado la sesión',
  signedOutLead: 'A continuación, su organización también cierra su sesión.',
  signOutThere: 'Continuar',
  deactivatedTitle: 'Su acceso está desactivado',
  deactivatedLead: 'Lo desactivó alguien que administra esta consola. Pregúntele si es un error.',
};

const pt: SignInTexts = {
  organisationButton: 'Entrar com a conta da sua organização',
  orByLink: 'Com um link de uso único',
  linksOff: 'Aqui a equipe entra com a conta da organização; os links de uso único estão desativados.',
  nameTaken: 'Outra pessoa já usa este nome. Escolha outro, por exemplo com o seu sobrenome.',
  startAgainTitle: 'Comece de novo, por favor',
  startAgainLead: 'Esta entrada foi iniciada em outro navegador ou há tempo demais. Nada aconteceu.',
  deniedTitle: 'Você não entrou',
  deniedLead: 'A entrada foi cancelada, ou a sua organização não permite que você entre aqui.',
  refusedTitle: 'Não foi possível verificar esta entrada',
  refusedLead:
    'O que chegou já tinha sido usado ou não é confiável, por isso nada aconteceu. Comece de novo. Se falhar outra vez, avise quem mantém o bot.',
  downTitle: 'A entrada da sua organização não responde',
  downLead: 'Tente de novo daqui a um minuto. Enquanto isso, as perguntas continuam sendo recebidas.',
  noRoleTitle: 'Você ainda não tem uma função aqui',
  noRoleLead:
    'A sua organização conhece você, mas você não está em nenhum dos grupos que trabalham com este console. Peça a quem administra a sua organização que inclua você e entre de novo.',
  tooManyGroupsTitle: 'Não foi possível ler os seus grupos',
  tooManyGroupsLead:
    'Você está em mais grupos do que cabem em uma entrada, por isso as suas funções aqui não são conhecidas.',
  tooManyGroupsOperator:
    'Para quem configurou: no Entra ID, faça o token listar apenas os grupos atribuídos ao aplicativo, ou atribua funções de aplicativo e indique-as em OIDC_ROLES.',
  otherAccount: 'Sair desta conta para usar outra',
  signedOutTitle: 'Você saiu',
  signedOutLead: 'Em seguida, a sua organização também encerra a sua sessão.',
  signOutThere: 'Continuar',
  deactivatedTitle: 'O seu acesso foi desativado',
  deactivatedLead: 'Quem administra este console o desativou. Pergunte se foi um engano.',
};

const fr: SignInTexts = {
  organisationButton: 'Se connecter avec le compte de votre organisation',
  orByLink: 'Avec un lien à usage unique',
  linksOff:
    'Ici, l’équipe se connecte avec le compte de son organisation ; les liens à usage unique sont désactivés.',
  nameTaken:
    'Quelqu’un d’autre porte déjà ce nom ici. Choisissez-en un autre, par exemple avec votre nom de famille.',
  startAgainTitle: 'Veuillez recommencer',
  startAgainLead:
    'Cette connexion a été commencée dans un autre navigateur ou il y a trop longtemps. Rien ne s’est passé.',
  deniedTitle: 'Vous n’êtes pas connecté(e)',
  deniedLead: 'La connexion a été annulée, ou votre organisation ne vous laisse pas entrer ici.',
  refusedTitle: 'Cette connexion n’a pas pu être vérifiée',
  refusedLead:
    'Ce qui est revenu a déjà servi ou n’est pas fiable ; rien ne s’est donc passé. Veuillez recommencer. Si cela échoue encore, prévenez la personne qui gère le bot.',
  downTitle: 'La connexion de votre organisation ne répond pas',
  downLead: 'Réessayez dans une minute. Entre-temps, les questions continuent d’être recueillies.',
  noRoleTitle: 'Vous n’avez pas encore de rôle ici',
  noRoleLead:
    'Votre organisation vous connaît, mais vous ne faites partie d’aucun des groupes qui travaillent avec cette console. Demandez à un administrateur de votre organisation de vous ajouter, puis reconnectez-vous.',
  tooManyGroupsTitle: 'Vos groupes n’ont pas pu être lus',
  tooManyGroupsLead:
    'Vous êtes dans plus de groupes qu’une connexion ne peut en contenir ; vos rôles ici ne sont donc pas connus.',
  tooManyGroupsOperator:
    'Pour la personne qui a configuré cela : dans Entra ID, limitez le jeton aux groupes attribués à l’application, ou attribuez des rôles d’application et nommez-les dans OIDC_ROLES.',
  otherAccount: 'Quitter ce compte pour en utiliser un autre',
  signedOutTitle: 'Vous êtes déconnecté(e)',
  signedOutLead: 'Votre organisation va maintenant vous déconnecter aussi.',
  signOutThere: 'Continuer',
  deactivatedTitle: 'Votre accès a été désactivé',
  deactivatedLead: 'Un administrateur de cette console l’a désactivé. Demandez-lui s’il s’agit d’une erreur.',
};

const de: SignInTexts = {
  organisationButton: 'Mit dem Konto Ihrer Organisation anmelden',
  orByLink: 'Stattdessen mit einem Einmal-Link',
  linksOff: 'Hier melden sich alle mit dem Konto ihrer Organisation an; Einmal-Links sind abgeschaltet.',
  nameTaken:
    'So heißt hier schon jemand anderes. Bitte wählen Sie einen anderen Namen, zum Beispiel mit Nachnamen.',
  startAgainTitle: 'Bitte beginnen Sie noch einmal',
  startAgainLead:
    'Diese Anmeldung wurde in einem anderen Browser begonnen oder ist zu lange her. Es ist nichts geschehen.',
  deniedTitle: 'Sie wurden nicht angemeldet',
  deniedLead: 'Die Anmeldung wurde abgebrochen, oder Ihre Organisation lässt Sie hier nicht herein.',
  refusedTitle: 'Diese Anmeldung ließ sich nicht prüfen',
  refusedLead:
    'Was zurückkam, wurde schon einmal benutzt oder ist nicht vertrauenswürdig; es ist nichts geschehen. Bitte beginnen Sie noch einmal. Wenn es wieder nicht geht, sagen Sie denen Bescheid, die den Bot betreiben.',
  downTitle: 'Die Anmeldung Ihrer Organisation antwortet nicht',
  downLead: 'Bitte versuchen Sie es in einer Minute noch einmal. Fragen werden weiter gesammelt.',
  noRoleTitle: 'Sie haben hier noch keine Rolle',
  noRoleLead:
    'Ihre Organisation kennt Sie, aber Sie sind in keiner der Gruppen, die mit dieser Konsole arbeiten. Bitten Sie die Verwaltung Ihrer Organisation, Sie aufzunehmen, und melden Sie sich dann noch einmal an.',
  tooManyGroupsTitle: 'Ihre Gruppen ließen sich nicht lesen',
  tooManyGroupsLead:
    'Sie sind in mehr Gruppen, als in eine Anmeldung passen; welche Rollen Sie hier haben, ist deshalb nicht bekannt.',
  tooManyGroupsOperator:
    'Für die Einrichtung: Lassen Sie in Entra ID nur die Gruppen ins Token schreiben, die der Anwendung zugewiesen sind, oder weisen Sie App-Rollen zu und nennen Sie diese in OIDC_ROLES.',
  otherAccount: 'Dieses Konto abmelden, um ein anderes zu benutzen',
  signedOutTitle: 'Sie sind abgemeldet',
  signedOutLead: 'Als Nächstes meldet Ihre Organisation Sie ebenfalls ab.',
  signOutThere: 'Weiter',
  deactivatedTitle: 'Ihr Zugang ist abgeschaltet',
  deactivatedLead:
    'Die Verwaltung dieser Konsole hat ihn abgeschaltet. Bitte fragen Sie dort nach, falls das ein Irrtum ist.',
};

export const signInTexts: Readonly<Record<Language, SignInTexts>> = { en, es, pt, fr, de };
