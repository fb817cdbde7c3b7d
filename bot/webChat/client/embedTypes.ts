// What the launcher, the widget and the server that serves both agree on. Types only: nothing of this file is sent.

export type WidgetLanguage = 'en' | 'es' | 'pt' | 'fr' | 'de';

/** What the server writes into embed.js, so that the launcher needs no second request before the click. */
export interface EmbedAssets {
  /** Changes with every change of a file: names the folder the widget is loaded from, so that it can be cached for ever. */
  readonly version: string;
  /** All modules of the widget, so that they load side by side and not one after the other. */
  readonly modules: readonly string[];
  readonly css: string;
  readonly labels: Readonly<Record<WidgetLanguage, LauncherLabels>>;
}

export interface LauncherLabels {
  readonly ask: string;
  /** When this browser holds a conversation already. */
  readonly resume: string;
  readonly newMessages: string;
  readonly failed: string;
}

/**
 * The page's own handle on the chat: `window.icleiChat`.
 *
 *     icleiChat.open()                    shows the dialog and moves the focus into it
 *     icleiChat.close()                   hides it; the conversation stays
 *     icleiChat.ask('What is ICLEI?')     shows it and sends this question as the visitor's; the promise resolves once
 *                                         the chat has it, after any number of attempts to load
 *
 * The launcher's element says `data-iclei-chat="open"` while the dialog is shown: a page may make room for it.
 */
export interface IcleiChat {
  open(): void;
  close(): void;
  ask(text: string): Promise<void>;
}

export interface WidgetOptions {
  readonly shadow: ShadowRoot;
  readonly css: string;
  /** Where the service lives: embed.js's own folder. */
  readonly base: URL;
  readonly language: WidgetLanguage;
  /** Address of the site's privacy page, when the script tag names one. */
  readonly privacyUrl: string | null;
  onOpen(): void;
  onClose(): void;
  onUnread(count: number): void;
}

export interface Widget {
  open(focus: boolean): void;
  close(): void;
  ask(text: string): void;
}

declare global {
  interface Window {
    icleiChat?: IcleiChat;
  }
}
