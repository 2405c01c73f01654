const line = document.createElement("p");
line.id = "bare";
line.append("Bare");
document.body.append(line);
