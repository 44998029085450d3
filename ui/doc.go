// Package ui is Mentorbook's window: the shell with its routes and commands, over the planner's use-cases.
package ui
