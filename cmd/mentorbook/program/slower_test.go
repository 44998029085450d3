//go:build !race

package program

// slower is how much longer everything takes under the race detector.
const slower = 1
