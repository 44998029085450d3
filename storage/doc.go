// Package storage keeps a workspace in one bbolt file and implements the planner's Store.
//
// A bucket holds the records of one kind, keyed by their 16-byte ids; an index is a bucket of its own, keyed by
// owner, time and id. Every value is sealed: behind its format stand flags and a CRC-32C over the kind, the
// key and the text, so that a flipped bit anywhere in it is found when it is read. Every bucket keeps its count.
// No name, e-mail or word of a text ever stands in a key.
//
// bbolt trusts its file: a damaged one can make it panic, fault or run in circles. So a file is looked over
// page by page before bbolt gets to see it, every step into bbolt is guarded, and a full check runs in a process
// of its own. What can't be trusted becomes an error with core.CodeDamaged that names the last good backup;
// it is never handed out.
package storage
