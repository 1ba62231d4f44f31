package formula_test

import (
	"fmt"

	"rumah/shared/form/formula"
)

// The fee of a billboard: by its size and the road it stands at, and never
// less than Rp25.000.
func Example() {
	fee, err := formula.Parse(`max(25000, sum(papan.lebar * papan.tinggi) * if(jalan = "arteri", 9000, 4500))`)
	if err != nil {
		fmt.Println(err)
		return
	}
	rupiah, err := fee.Rupiah(formula.Values{
		Answers: map[string]string{"jalan": "arteri"},
		Tables:  map[string][]map[string]string{"papan": {{"lebar": "4", "tinggi": "6"}, {"lebar": "2.5", "tinggi": "2"}}},
	})
	fmt.Println(rupiah, err)

	_, err = formula.Parse("luas * (1500")
	fmt.Println(err)
	// Output:
	// 261000 <nil>
	// invalid: invalid formula=formula_syntax
}
