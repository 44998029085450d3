//go:build !threadcheck

package main

// threadCheck leaves Fyne's own check for calls from the wrong goroutine on.
const threadCheck = false
