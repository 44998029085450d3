// Package schedule works out when something takes place: what a recurrence rule means in the civil time of a
// zone, who is busy, what clashes, which times are free. It is pure: it reads no clock and no file.
package schedule
