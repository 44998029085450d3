// Package shell is the frame of Mentorbook's window: sidebar, top bar, status bar, and what every screen needs
// around it: routes with a way back, commands with their keys, dialogs, messages with Undo, and background work.
//
// It knows no use-case. Screens are pages that it is handed, words are keys that it asks a function for, and
// the clock and the way to the window's goroutine are handed in, so that all of it is tested without a window.
//
// Everything here runs on the window's goroutine, but for the Work of a job.
package shell
