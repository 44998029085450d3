// Package core holds the entities, values and rules of mentorship: people and the relationships between
// them, the meetings they hold, the plans and checklists they work through, and what a mentee has released
// from them for whom.
//
// It knows no file, no window, no clock and no source of randomness; whoever needs the time or a new id hands
// it in. Every entity validates itself and answers with coded errors, which another package turns into words.
package core
