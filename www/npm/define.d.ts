// Importing this defines <delivery-lab>; the types of the element come with it.
import "./element.js";
