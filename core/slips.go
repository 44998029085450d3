package core

// Slips counts the letters to change, add, drop or swap with their neighbour to get from one word to another: 1 from
// "Fryday" to "Friday", 1 from "Firday" too.
func Slips(a, b string) int {
	from, to := []rune(a), []rune(b)
	before, row, next := []int(nil), make([]int, len(to)+1), make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range from {
		next[0] = i + 1
		for j := range to {
			other := 1
			if from[i] == to[j] {
				other = 0
			}
			next[j+1] = min(row[j]+other, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, make([]int, len(to)+1)
	}
	return row[len(to)]
}
