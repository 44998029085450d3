// Package deleted is the list of what was deleted of late, from which each thing can be brought back by itself.
package deleted
