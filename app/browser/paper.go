package browser

// Paper is a file that somebody chose. It stays on this phone until it is
// sent, whatever becomes of the network or the app.
type Paper struct {
	Key        string // what it is kept under
	Name, Type string
	Size       int64 // bytes
	Wide, High int   // pixels of a picture; 0 for another file, or one the browser cannot read
	Blurred    bool  // a picture on which letters can hardly be read
}

// blurred is below how much pictures of letters vary when they are out of
// focus. See sharpness.
const blurred = 45

// sharpness is how much the brightness of neighbours differs: the variance of
// the Laplacian of a grey picture, 0 for one colour. rgba are its pixels row by
// row.
func sharpness(rgba []byte, wide, high int) float64 {
	if wide < 3 || high < 3 || len(rgba) < wide*high*4 {
		return 0
	}
	grey := make([]int32, wide*high)
	for i := range grey {
		grey[i] = (int32(rgba[4*i])*77 + int32(rgba[4*i+1])*150 + int32(rgba[4*i+2])*29) >> 8
	}
	var sum, squares float64
	for y := 1; y < high-1; y++ {
		for x := 1; x < wide-1; x++ {
			i := y*wide + x
			v := float64(4*grey[i] - grey[i-1] - grey[i+1] - grey[i-wide] - grey[i+wide])
			sum += v
			squares += v * v
		}
	}
	n := float64((wide - 2) * (high - 2))
	return squares/n - (sum/n)*(sum/n)
}
