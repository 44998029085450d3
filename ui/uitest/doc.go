// Package uitest opens the whole window over a real workspace file with the sample in it, for tests of screens:
// everything is what the program has but the driver, the clock and the queue, which belong to the test. Only
// tests import it; those of package ui itself stand in package ui_test.
package uitest
