// Package house holds Mentorbook's own building rules and checks that the source keeps them: which room
// may lean on which, what the core may not know, how long a function may grow, what may lie where.
//
// Each rule is a function from the source tree to a list of findings, one line each, as in
// "core/date.go:12: ...". The tests run every rule over the whole tree, where it must find nothing, and
// over small wrong trees in testdata, where it must find exactly what is wrong: a rule that cannot fail
// holds nothing.
package house
